package io.clientele.accountplan.keyaccount;

import io.clientele.contracts.accountplans.RemovalReason;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes clients key accounts, and none any more; each change is told once. */
@ApplicationScoped
class Designating {

    private final KeyAccounts keyAccounts;
    private final KeyAccountOverrides overrides;
    private final Events events;
    private final CurrentWork work;

    Designating(KeyAccounts keyAccounts, KeyAccountOverrides overrides, Events events, CurrentWork work) {
        this.keyAccounts = keyAccounts;
        this.overrides = overrides;
        this.events = events;
        this.work = work;
    }

    /** Lets transactions that designate follow each other: the next waits here until this one ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    void waitForTurn() {
        keyAccounts
                .getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('clientele:key-accounts', 0)) as text)")
                .getResultList();
    }

    /** Does what a review says. */
    @Transactional(Transactional.TxType.MANDATORY)
    void follow(KeyAccountReview review, List<Judgement> judgements) {
        Map<String, KeyAccount> current = keyAccounts.list("untilAt is null").stream()
                .collect(Collectors.toMap(KeyAccount::clientId, Function.identity()));
        for (Judgement each : judgements) {
            KeyAccount open = current.get(each.clientId());
            switch (each.outcome()) {
                case SELECTED -> select(review, each, open);
                case INCLUDED -> include(review, each, open);
                case EXCLUDED -> remove(review, each, open, RemovalReason.OVERRIDE);
                case GATED -> removeOwn(review, each, open, RemovalReason.GATE);
                case BELOW_THRESHOLD -> removeOwn(review, each, open, RemovalReason.SCORE);
                case OVER_CAPACITY -> removeOwn(review, each, open, RemovalReason.CAPACITY);
                case NOT_SCORED, HELD -> {}
            }
        }
    }

    private void select(KeyAccountReview review, Judgement each, @Nullable KeyAccount open) {
        if (open == null) {
            KeyAccount designation = KeyAccount.by(review, each.clientId());
            keyAccounts.persist(designation);
            events.publish(designation.designated(each.score(), review.startedBy(), review.startedAt()));
        } else if (open.basis() == Basis.OVERRIDE) {
            // it stands on its own score now, whenever the override ends
            open.end(Outcome.SELECTED.name(), review.asOf());
            keyAccounts.flush();
            keyAccounts.persist(KeyAccount.by(review, each.clientId()));
        }
    }

    private void include(KeyAccountReview review, Judgement each, @Nullable KeyAccount open) {
        if (open == null) {
            overrides.standing(each.clientId()).ifPresent(override -> designate(override, review.asOf()));
        }
    }

    private void removeOwn(KeyAccountReview review, Judgement each, @Nullable KeyAccount open, RemovalReason reason) {
        UUID by = open == null ? null : open.modelId();
        if (by == null || by.equals(review.modelId())) {
            remove(review, each, open, reason);
        }
    }

    private void remove(KeyAccountReview review, Judgement each, @Nullable KeyAccount open, RemovalReason reason) {
        if (open != null) {
            open.end(each.outcome().name(), review.asOf());
            events.publish(open.removed(reason, review.id(), each.score(), review.startedBy(), review.startedAt()));
        }
    }

    /** Does what an approved override says. */
    @Transactional(Transactional.TxType.MANDATORY)
    void designate(KeyAccountOverride override, Instant now) {
        KeyAccount open = keyAccounts.current(override.clientId()).orElse(null);
        if (override.kind() == OverrideKind.INCLUDE && open == null) {
            KeyAccount designation = KeyAccount.by(override, now);
            keyAccounts.persist(designation);
            events.publish(designation.designated(null, work.caller().id(), now));
        } else if (override.kind() == OverrideKind.EXCLUDE && open != null) {
            open.end(Outcome.EXCLUDED.name(), now);
            events.publish(open.removed(
                    RemovalReason.OVERRIDE, null, null, work.caller().id(), now));
        }
    }

    /** An override is over: what stood on it falls. */
    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(KeyAccountOverride override, Instant now) {
        keyAccounts
                .current(override.clientId())
                .filter(open -> override.id().equals(open.overrideId()))
                .ifPresent(open -> {
                    open.end("OVERRIDE_ENDED", now);
                    events.publish(open.removed(
                            RemovalReason.OVERRIDE_ENDED,
                            null,
                            null,
                            work.caller().id(),
                            now));
                });
    }
}
