package io.clientele.accountplan.keyaccount;

import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.plan.PlanRights;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Deciding beside the models: asked for by who writes the client's plan, approved by the team leader, until a day. */
@ApplicationScoped
public class Overriding {

    private static final int LONGEST_DAYS = 366;

    private final KeyAccountOverrides overrides;
    private final Designating designating;
    private final Clients clients;
    private final CurrentWork work;
    private final Clock clock;

    Overriding(KeyAccountOverrides overrides, Designating designating, Clients clients, CurrentWork work, Clock clock) {
        this.overrides = overrides;
        this.designating = designating;
        this.clients = clients;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Asks for an override.
     *
     * @param validUntil last day it is to hold
     * @throws ProblemException 404, 403 {@code not-plan-writer}, 409 {@code override-open}, 422 {@code override-invalid}
     */
    @Transactional
    public KeyAccountOverride request(String clientId, OverrideKind kind, String reason, LocalDate validUntil) {
        rights(clientId).requireWriter();
        LocalDate today = LocalDate.now(clock);
        if (validUntil.isBefore(today) || validUntil.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw ProblemException.ruleViolated(
                    "override-invalid",
                    "An override holds to a day from today to a year from today.",
                    new FieldError("/validUntil", "is from today to a year from today"));
        }
        clients.waitForTurn(clientId);
        if (overrides.count("clientId = ?1 and endedAt is null", clientId) > 0) {
            throw ProblemException.conflict("override-open", "The client has an override: revoke it first.");
        }
        KeyAccountOverride override =
                new KeyAccountOverride(clientId, kind, reason, validUntil, work.caller(), clock.instant());
        overrides.persist(override);
        return override;
    }

    /**
     * Approves an override, which then holds at once.
     *
     * @throws ProblemException 404, 412, 403 {@code not-plan-approver} or {@code four-eyes}, 409 {@code override-approved},
     *     {@code override-over}
     */
    @Transactional
    public KeyAccountOverride approve(String clientId, UUID id, IfMatch ifMatch) {
        rights(clientId).requireLeader();
        designating.waitForTurn();
        KeyAccountOverride override = overrides.get(clientId, id);
        ifMatch.check(override);
        Instant now = clock.instant();
        override.approve(work.caller(), LocalDate.now(clock), now);
        designating.designate(override, now);
        overrides.flush();
        return override;
    }

    /**
     * Ends an override before its day, or takes the request back.
     *
     * @throws ProblemException 404, 412, 403 {@code not-plan-writer}, 409 {@code override-over}
     */
    @Transactional
    public KeyAccountOverride revoke(String clientId, UUID id, IfMatch ifMatch) {
        rights(clientId).requireWriter();
        designating.waitForTurn();
        KeyAccountOverride override = overrides.get(clientId, id);
        ifMatch.check(override);
        end(override);
        overrides.flush();
        return override;
    }

    /** Ends what is past its last day. */
    @Transactional
    public void expire() {
        designating.waitForTurn();
        overrides
                .list("endedAt is null and validUntil < ?1 order by id", LocalDate.now(clock))
                .forEach(this::end);
    }

    private void end(KeyAccountOverride override) {
        Instant now = clock.instant();
        override.end(work.caller().id(), now);
        designating.withdraw(override, now);
    }

    private PlanRights rights(String clientId) {
        Client client = clients.get(clientId);
        return new PlanRights(work.caller(), client.book());
    }
}
