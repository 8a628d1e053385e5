package io.clientele.accountplan.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.contribution.Contribution;
import io.clientele.accountplan.contribution.Contributions;
import io.clientele.accountplan.objective.Objectives;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.priority.Priorities;
import io.clientele.accountplan.priority.Priority;
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

    private final Clients clients;
    private final Priorities priorities;
    private final Objectives objectives;
    private final Contributions contributions;
    private final ObjectMapper json;

    PlanVersions(
            Clients clients,
            Priorities priorities,
            Objectives objectives,
            Contributions contributions,
            ObjectMapper json) {
        this.clients = clients;
        this.priorities = priorities;
        this.objectives = objectives;
        this.contributions = contributions;
        this.json = json;
    }

    /** Keeps the submitted working copy, with all its parts, as the version it is about to become. */
    PlanVersion keep(AccountPlan submitted, String approver, Instant now) {
        String content = write(contentOf(submitted));
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

    private VersionContent contentOf(AccountPlan plan) {
        return new VersionContent(
                VersionContent.PlanFacts.of(plan),
                VersionContent.ClientFacts.of(
                        clients.findByIdOptional(plan.clientId()).orElseThrow(ProblemException::notFound)),
                priorities.of(plan).stream().map(Priority::facts).toList(),
                objectives.of(plan).stream()
                        .map(objective -> objective.facts(objectives.check(plan, objective)))
                        .toList(),
                contributions.of(plan).stream().map(Contribution::facts).toList());
    }

    private String write(VersionContent content) {
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
