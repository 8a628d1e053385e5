package io.clientele.accountplan.review;

import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.platform.http.PageRequest.Seek;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reviews of plans; each is reached through its plan, which the caller must see. */
@ApplicationScoped
public class PlanReviews implements PanacheRepositoryBase<PlanReview, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String STANDING = """
            select p.id as plan, p.client_id as client, c.tier as tier,
                   greatest(p.created_at,
                       (select max(v.approved_at) from account_plan_version v where v.plan_id = p.id),
                       (select max(r.reviewed_at) from plan_review r where r.plan_id = p.id)) as last,
                   exists (select 1 from plan_staleness s where s.plan_id = p.id) as stale
            from account_plan p join client c on c.client_id = p.client_id
            where p.state <> 'ARCHIVED' and (cast(:plan as uuid) is null or p.id = cast(:plan as uuid)) order by p.id""";

    private final ReviewCadence cadence;

    PlanReviews(ReviewCadence cadence) {
        this.cadence = cadence;
    }

    /** How all live plans stand, or the one given; one statement. */
    public List<ReviewStanding> standing(@Nullable UUID plan) {
        return getEntityManager()
                .createNativeQuery(STANDING, Tuple.class)
                .setParameter("plan", plan == null ? null : plan.toString())
                .getResultStream()
                .map(row -> standing((Tuple) row))
                .toList();
    }

    /** A page of a plan's reviews, the first one first. */
    public List<PlanReview> page(AccountPlan plan, Seek seek) {
        UUID after = seek.after(UUID::fromString);
        return find("planId = ?1 and id > ?2 order by id", plan.id(), after == null ? FIRST : after)
                .range(0, seek.fetch() - 1)
                .list();
    }

    private ReviewStanding standing(Tuple row) {
        LocalDate last = LocalDate.ofInstant(row.get("last", Instant.class), ZoneOffset.UTC);
        String tier = row.get("tier", String.class);
        return new ReviewStanding(
                row.get("plan", UUID.class),
                row.get("client", String.class),
                tier,
                last,
                cadence.dueOn(tier, last),
                row.get("stale", Boolean.class));
    }
}
