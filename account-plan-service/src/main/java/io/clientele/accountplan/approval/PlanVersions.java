package io.clientele.accountplan.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The approved versions of plans; each is reached through its plan, which the caller must see. */
@ApplicationScoped
public class PlanVersions implements PanacheRepositoryBase<PlanVersion, VersionId> {

    private final PlanContents contents;
    private final ObjectMapper json;

    PlanVersions(PlanContents contents, ObjectMapper json) {
        this.contents = contents;
        this.json = json;
    }

    /** Keeps the submitted working copy, with all its parts, as the version it is about to become. */
    PlanVersion keep(AccountPlan submitted, String approver, Instant now) {
        String content = write(contents.of(submitted));
        PlanVersion version = new PlanVersion(
                new VersionId(submitted.id(), submitted.draftVersion()),
                content,
                sha256(content),
                Objects.requireNonNull(submitted.submittedBy()),
                Objects.requireNonNull(submitted.submittedAt()),
                approver,
                now);
        persist(version);
        return version;
    }

    /** A page of a plan's versions, the first one first. */
    public List<PlanVersion> page(AccountPlan plan, Seek seek) {
        Integer after = seek.after(Integer::valueOf);
        return find("id.planId = ?1 and id.number > ?2 order by id.number", plan.id(), after == null ? 0 : after)
                .range(0, seek.fetch() - 1)
                .list();
    }

    /**
     * One version of a plan.
     *
     * @throws ProblemException 404
     */
    public PlanVersion get(AccountPlan plan, int number) {
        return find("id.planId = ?1 and id.number = ?2", plan.id(), number)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * What a version says otherwise than another.
     *
     * @param confidential whether figures are compared, too
     * @throws ProblemException 404
     */
    public List<VersionDiff.Difference> diff(AccountPlan plan, int from, int to, boolean confidential) {
        return VersionDiff.between(read(get(plan, from), confidential), read(get(plan, to), confidential));
    }

    /** The content as JSON, without the figures unless they are for the reader. */
    public JsonNode content(PlanVersion version, boolean confidential) {
        return read(version, confidential);
    }

    /** What the working copy would be kept as now. */
    public JsonNode contentNow(AccountPlan plan, boolean confidential) {
        ObjectNode content = json.valueToTree(contents.of(plan));
        if (!confidential) {
            content.remove("figures");
        }
        return content;
    }

    /** The content, without the figures unless they are for the reader. */
    public String shown(PlanVersion version, boolean confidential) {
        return confidential ? version.content() : write(read(version, false));
    }

    private JsonNode read(PlanVersion version, boolean confidential) {
        try {
            JsonNode content = json.readTree(version.content());
            if (!confidential && content instanceof ObjectNode object) {
                object.remove("figures");
            }
            return content;
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a kept version cannot be read", unreadable);
        }
    }

    private String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a plan cannot be written as JSON", unwritable);
        }
    }

    private static byte[] sha256(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
