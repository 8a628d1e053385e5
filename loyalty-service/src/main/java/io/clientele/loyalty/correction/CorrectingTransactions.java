package io.clientele.loyalty.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.loyalty.account.Holders;
import io.clientele.loyalty.account.PointsAccounts;
import io.clientele.loyalty.account.Transaction;
import io.clientele.loyalty.earning.Judgement;
import io.clientele.loyalty.ledger.Corrections;
import io.clientele.loyalty.ledger.Corrections.Undone;
import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.rules.EarningRule;
import io.clientele.loyalty.rules.PointsPolicies;
import io.clientele.loyalty.rules.Terms;
import io.clientele.loyalty.rules.Verdict;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reverses, activates and reinstates transactions of a member. A reversal is judged by the version of the programme that
 * judged the earning; partial reversals add up, and the last takes the remainder.
 */
@ApplicationScoped
public class CorrectingTransactions {

    private static final String NOTE_REFUND =
            "SELECT known, refunded, points, reversed FROM note_refund(?, ?, ?::numeric, ?)";

    private final Holders holders;
    private final PointsAccounts points;
    private final Corrections corrections;
    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    CorrectingTransactions(
            Holders holders, PointsAccounts points, Corrections corrections, Sql sql, ObjectMapper json, Clock clock) {
        this.holders = holders;
        this.points = points;
        this.corrections = corrections;
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** How much of an earning is taken back. */
    public sealed interface Extent {
        /** All that is left of it. */
        record All() implements Extent {}

        /** So many points. */
        record Points(long points) implements Extent {}

        /** What the rule no longer grants after so much of the activity's amount was paid back. */
        record Amount(BigDecimal amount) implements Extent {}
    }

    /**
     * What a reversal did.
     *
     * @param transaction null when the amount paid back costs no points yet
     */
    public record Reversal(@Nullable Undone transaction, long remaining) {}

    private record Noted(boolean known, BigDecimal refunded, long points, long reversed) {

        static Noted from(Row row) {
            return new Noted(
                    row.flag("known"),
                    new BigDecimal(row.text("refunded")),
                    row.number("points"),
                    row.number("reversed"));
        }
    }

    /**
     * Takes an earning back.
     *
     * @param source the bank's own id of what caused it; needed for an amount, and counts once per earning
     * @throws ProblemException 404, 409 with the ledger's reason, 422 {@code amount-unknown}
     */
    @Transactional(TxType.MANDATORY)
    public Reversal reverse(
            UUID programmeId, UUID memberId, UUID transactionId, Extent extent, @Nullable String source) {
        Holders.Found found = holders.find(programmeId, memberId);
        Transaction earning = points.transaction(memberId, transactionId);
        Terms terms = termsOf(found.programme(), earning.programmeVersion());
        Long taken = switch (extent) {
            case Extent.All all -> null;
            case Extent.Points some -> some.points();
            case Extent.Amount part -> overpaid(earning, terms, part.amount(), Objects.requireNonNull(source));
        };
        if (taken != null && taken == 0) {
            return new Reversal(null, remaining(transactionId));
        }
        Undone undone = corrections.reverse(
                found.holder(),
                earning.currency(),
                transactionId,
                taken,
                terms.policiesOrDefaults().reversalOrDefault(),
                source);
        return new Reversal(undone, undone.remaining());
    }

    private long overpaid(Transaction earning, Terms terms, BigDecimal amount, String source) {
        Verdict verdict = points.explanation(earning.id()).map(this::read).stream()
                .flatMap(judgement -> judgement.rules().stream())
                .filter(said -> said.rule().equals(earning.rule()))
                .findFirst()
                .orElseThrow(CorrectingTransactions::amountUnknown);
        EarningRule rule = terms.rule(verdict.rule()).orElseThrow(CorrectingTransactions::amountUnknown);
        BigDecimal original = verdict.amount();
        if (original == null) {
            throw amountUnknown();
        }
        Noted noted = sql.one(NOTE_REFUND, Noted::from, earning.id(), source, amount, clock.instant());
        if (noted.known()) {
            throw ProblemException.conflict(
                    "already-counted", "A reversal of this source id has counted; each counts once.");
        }
        if (noted.refunded().compareTo(original) > 0) {
            throw ProblemException.ruleViolated(
                    "exceeds-amount",
                    "More than the activity's amount would be paid back.",
                    new FieldError("/amount", "is at most what is left of " + original.toPlainString()));
        }
        long due = terms.worthOf(rule, original.subtract(noted.refunded()))
                .min(BigDecimal.valueOf(noted.points()))
                .longValueExact();
        return Math.max(0, noted.points() - noted.reversed() - due);
    }

    private static ProblemException amountUnknown() {
        return ProblemException.ruleViolated(
                "amount-unknown",
                "The rule of this transaction counted no amount; say the points instead.",
                new FieldError("/amount", "cannot be judged"));
    }

    private long remaining(UUID transaction) {
        return sql.one("""
                        SELECT p.points - coalesce((SELECT sum(r.points) FROM posting r WHERE r.reverses = p.id AND r.kind = 'REVERSE'), 0) AS remaining
                        FROM posting p WHERE p.id = ?""", row -> row.number("remaining"), transaction);
    }

    /**
     * Makes the pending points of an earning spendable.
     *
     * @throws ProblemException 404, 409 {@code nothing-pending}
     */
    @Transactional(TxType.MANDATORY)
    public Undone activate(UUID programmeId, UUID memberId, UUID transactionId) {
        Holders.Found found = holders.find(programmeId, memberId);
        Transaction earning = points.transaction(memberId, transactionId);
        return corrections.activate(found.holder(), earning.currency(), transactionId);
    }

    /**
     * Gives points that expired back, within the days the programme's policy names.
     *
     * @param lastDay to the end of which they live then, today or later
     * @throws ProblemException 404, 409 {@code not-reinstatable}, 422
     */
    @Transactional(TxType.MANDATORY)
    public Undone reinstate(UUID programmeId, UUID memberId, UUID transactionId, LocalDate lastDay) {
        Holders.Found found = holders.find(programmeId, memberId);
        found.programme().requireNotClosed();
        Transaction expiry = points.transaction(memberId, transactionId);
        Instant now = clock.instant();
        Instant until =
                lastDay.plusDays(1).atStartOfDay(found.programme().timeZone()).toInstant();
        if (!until.isAfter(now)) {
            throw ProblemException.ruleViolated(
                    "invalid-field",
                    "The points live on for some time.",
                    new FieldError("/lastDay", "is today or later"));
        }
        PointsPolicies policies = found.programme()
                .inForceAt(now)
                .map(version -> version.terms().policiesOrDefaults())
                .orElse(PointsPolicies.DEFAULTS);
        if (!policies.mayReinstate(expiry.occurredAt(), now, found.programme().timeZone())) {
            throw ProblemException.conflict(
                    "reinstatement-too-late",
                    "The programme's policy does not let points come back, or not so long after they expired.");
        }
        return corrections.reinstate(found.holder(), expiry.currency(), transactionId, until);
    }

    private static Terms termsOf(LoyaltyProgramme programme, @Nullable Integer version) {
        return programme.versions().stream()
                .filter(candidate -> version == null || candidate.number() == version)
                .findFirst()
                .orElseThrow()
                .terms();
    }

    private Judgement read(String explanation) {
        try {
            return json.readValue(explanation, Judgement.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a kept explanation cannot be read", unreadable);
        }
    }
}
