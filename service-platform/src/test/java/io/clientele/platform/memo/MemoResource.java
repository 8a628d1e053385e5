package io.clientele.platform.memo;

import io.clientele.contracts.Money;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Idempotency;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.http.Reply;
import io.clientele.platform.imports.ImportJob;
import io.clientele.platform.imports.Imports;
import io.clientele.platform.imports.Rejection;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.panache.common.Sort;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Path("/v1/memos")
@RunOnVirtualThread
@RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.SYSTEM})
public class MemoResource {

    private final Memos memos;
    private final Idempotency idempotency;
    private final Imports imports;

    MemoResource(Memos memos, Idempotency idempotency, Imports imports) {
        this.memos = memos;
        this.idempotency = idempotency;
        this.imports = imports;
    }

    public record MemoRequest(
            @NotBlank @Size(max = 64) String clientId,
            @NotBlank @Size(max = 100) String title,
            Money amount,
            LocalDate due,
            Integer weight,
            List<@Valid Part> parts) {

        public record Part(@NotBlank String name) {}
    }

    public record MemoResponse(UUID id, String clientId, String title, long version) {

        static MemoResponse from(Memo memo) {
            return new MemoResponse(memo.id(), memo.clientId(), memo.title(), memo.version());
        }
    }

    @POST
    public Response create(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid MemoRequest request) {
        return idempotency.once(
                key,
                request,
                () -> {
                    Memo memo = new Memo(request.clientId(), request.title());
                    memos.persist(memo);
                    return memo;
                },
                memo -> Reply.created("/v1/memos/" + memo.id(), MemoResponse.from(memo))
                        .withTag(memo));
    }

    @PUT
    @Path("{memoId}")
    public Response retitle(
            UUID memoId,
            @HeaderParam("If-Match") @DefaultValue("") IfMatch ifMatch,
            @NotNull @Valid MemoRequest request) {
        return idempotency.once(
                null,
                request,
                () -> {
                    Memo memo = existing(memoId);
                    ifMatch.check(memo);
                    memo.retitle(request.title());
                    return memo;
                },
                memo -> Reply.ok(MemoResponse.from(memo)).withTag(memo));
    }

    @GET
    @Path("{memoId}")
    @Transactional
    public Response get(UUID memoId) {
        Memo memo = existing(memoId);
        return Reply.ok(MemoResponse.from(memo)).withTag(memo).toResponse();
    }

    @GET
    @Transactional
    public Page<MemoResponse> list(@BeanParam PageRequest page, @QueryParam("client") String client) {
        Map<String, String> filters = new HashMap<>();
        filters.put("client", client);
        Seek seek = page.seek(filters);
        String after = seek.after() == null ? new UUID(0, 0).toString() : seek.after();
        List<Memo> found = memos.find(
                        "id > ?1 and (?2 is null or clientId = ?2)",
                        Sort.by("id"),
                        UUID.fromString(after),
                        seek.filter("client"))
                .range(0, seek.fetch() - 1)
                .list();
        return seek.page(found, memo -> memo.id().toString(), MemoResponse::from);
    }

    @POST
    @Path("imports")
    @Consumes({"application/x-ndjson", "text/csv"})
    public Response receive(
            @HeaderParam("Content-Type") String type, @HeaderParam("Idempotency-Key") String key, InputStream body) {
        return imports.receive("memos", type, key, body);
    }

    @GET
    @Path("imports/{importId}")
    public ImportJob progress(UUID importId) {
        return imports.get("memos", importId);
    }

    @GET
    @Path("imports/{importId}/rejections")
    public Page<Rejection> rejections(UUID importId, @BeanParam PageRequest page) {
        return imports.rejections("memos", importId, page);
    }

    private Memo existing(UUID id) {
        return memos.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }
}
