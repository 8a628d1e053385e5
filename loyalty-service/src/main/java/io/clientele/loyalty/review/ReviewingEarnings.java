package io.clientele.loyalty.review;

import io.clientele.loyalty.ledger.Corrections;
import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.ledger.ReversalPolicy;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Releases and rejects what velocity rules hold. */
@ApplicationScoped
public class ReviewingEarnings {

    private static final String HELD =
            "SELECT DISTINCT posting_id, holder_id, pool, client_id, currency FROM held_lots(?, ?) ORDER BY posting_id";
    private static final String RELEASE = "SELECT posting_id FROM release_held(?, ?, ?)";

    private final EarningReviews reviews;
    private final Programmes programmes;
    private final Corrections corrections;
    private final Sql sql;
    private final CurrentWork work;
    private final Clock clock;

    ReviewingEarnings(
            EarningReviews reviews,
            Programmes programmes,
            Corrections corrections,
            Sql sql,
            CurrentWork work,
            Clock clock) {
        this.reviews = reviews;
        this.programmes = programmes;
        this.corrections = corrections;
        this.sql = sql;
        this.work = work;
        this.clock = clock;
    }

    private record Held(UUID posting, String currency, Holder holder) {}

    /**
     * Gives the member the points, at once or when their rule says.
     *
     * @throws ProblemException 404, 403 {@code four-eyes}, 409 {@code review-decided}
     */
    @Transactional(TxType.MANDATORY)
    public EarningReview release(UUID programmeId, UUID id, IfMatch ifMatch, @Nullable String remark) {
        EarningReview review = decided(programmeId, id, ifMatch, EarningReview.State.RELEASED, remark);
        List<Held> held = held(review);
        List<UUID> due =
                sql.list(RELEASE, row -> row.uuid("posting_id"), programmeId, review.sourceId(), clock.instant());
        held.stream()
                .filter(one -> due.contains(one.posting()))
                .forEach(one -> corrections.activate(one.holder(), one.currency(), one.posting()));
        return review;
    }

    /**
     * Takes the earning back.
     *
     * @throws ProblemException 404, 403 {@code four-eyes}, 409 {@code review-decided}
     */
    @Transactional(TxType.MANDATORY)
    public EarningReview reject(UUID programmeId, UUID id, IfMatch ifMatch, String remark) {
        EarningReview review = decided(programmeId, id, ifMatch, EarningReview.State.REJECTED, remark);
        held(review)
                .forEach(one -> corrections.reverse(
                        one.holder(), one.currency(), one.posting(), null, ReversalPolicy.PENDING_ONLY, null));
        return review;
    }

    private EarningReview decided(
            UUID programmeId, UUID id, IfMatch ifMatch, EarningReview.State decision, @Nullable String remark) {
        EarningReview review = reviews.get(programmeId, id);
        ifMatch.check(review);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        review.decide(decision, work.caller(), remark, now);
        // flushed before points move: of two reviewers at the same time one is told so here
        reviews.flush();
        return review;
    }

    private List<Held> held(EarningReview review) {
        ZoneId zone = programmes.get(review.programmeId()).timeZone();
        return sql.list(
                HELD,
                row -> new Held(
                        row.uuid("posting_id"),
                        row.text("currency"),
                        new Holder(
                                row.uuid("holder_id"),
                                review.programmeId(),
                                row.text("client_id"),
                                zone,
                                row.flag("pool"))),
                review.programmeId(),
                review.sourceId());
    }
}
