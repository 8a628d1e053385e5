package io.clientele.platform.audit.api;

import io.clientele.platform.audit.AuditRecord;
import io.clientele.platform.audit.AuditTrail;
import io.clientele.platform.audit.VerifyingAuditTrail;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who changed what, and the proof that nobody changed the answer. */
@Path("/v1/audit-records")
@Tag(name = "Audit", description = "Every mutation with its actor and what it changed, sealed into a hash chain.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.COMPLIANCE})
class AuditRecordsResource {

    private final AuditTrail trail;
    private final VerifyingAuditTrail verifying;

    AuditRecordsResource(AuditTrail trail, VerifyingAuditTrail verifying) {
        this.trail = trail;
        this.verifying = verifying;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listAuditRecords",
            summary = "List audit records",
            description =
                    "Mutations, newest first. Personal values appear as keyed digests: they show that a value changed"
                            + " and whether two are the same, not what they are.")
    @APIResponse(responseCode = "200", description = "A page of audit records.")
    public Page<AuditRecordResponse> list(
            @BeanParam PageRequest page,
            @Parameter(
                            description = "Only of resources of this type.",
                            example = "account-plan",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 60))
                    @QueryParam("resourceType")
                    @Nullable
                    String resourceType,
            @Parameter(
                            description = "Only of this resource.",
                            example = "019a2b3c-6f1d-7c3e-8a52-5d1d4f0e9b7a",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                    @QueryParam("resourceId")
                    @Nullable
                    String resourceId,
            @Parameter(
                            description = "Only by this user or background work.",
                            example = "rm-anna",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 128))
                    @QueryParam("actor")
                    @Nullable
                    String actor) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("resourceType", resourceType);
        filters.put("resourceId", resourceId);
        filters.put("actor", actor);
        PageRequest.Seek seek = page.seek(filters);
        List<AuditRecord> found = trail.list(
                filter(seek, "resourceType"),
                filter(seek, "resourceId"),
                filter(seek, "actor"),
                before(seek.after()),
                seek.fetch());
        return seek.page(found, record -> Long.toString(record.id()), AuditRecordResponse::from);
    }

    @GET
    @Path("/verification")
    @Operation(
            operationId = "verifyAuditRecords",
            summary = "Verify the audit trail",
            description =
                    "Computes the whole hash chain again and tells whether every sealed record is as it was sealed, or"
                            + " else the first position at which it is not. The time it takes grows with the trail, some seconds a"
                            + " million records.")
    @APIResponse(responseCode = "200", description = "What the chain proves, also when it is broken.")
    public VerificationResponse verify() {
        return VerificationResponse.from(verifying.verify());
    }

    private static @Nullable String filter(PageRequest.Seek seek, String name) {
        String value = seek.filter(name);
        if (value != null && (value.length() > 200 || value.indexOf('\0') >= 0)) {
            throw ProblemException.malformed(
                    "filter-malformed",
                    "A filter has at most 200 characters.",
                    new FieldError("query:" + name, "is not valid"));
        }
        return value;
    }

    private static long before(@Nullable String key) {
        if (key == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException foreign) {
            throw ProblemException.malformed(
                    "cursor-malformed",
                    "Use `next` of the page before, unchanged.",
                    new FieldError("query:cursor", "cannot be read"));
        }
    }
}
