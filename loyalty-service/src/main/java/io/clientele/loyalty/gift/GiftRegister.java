package io.clientele.loyalty.gift;

import io.clientele.contracts.Money;
import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.rules.GiftPolicy;
import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Enters what clients are given. The value one person is given in a period, over all programmes, keeps the limit exactly
 * under concurrency; own staff and public officials are refused, or need the word of compliance.
 */
@ApplicationScoped
public class GiftRegister {

    private static final String TRAITS = "SELECT staff, public_official FROM client_trait WHERE client_id = ?";

    private static final String USE_APPROVAL = """
            UPDATE gift SET state = 'GIVEN', redemption_id = ?, value = ?, currency = ?, period_start = ?, version = version + 1
            WHERE id = (SELECT g.id FROM gift g WHERE g.member_id = ? AND g.reward_id = ? AND g.state = 'APPROVED' AND g.quantity >= ?
                        ORDER BY g.id LIMIT 1 FOR UPDATE SKIP LOCKED)""";

    private static final String ADD = """
            INSERT INTO gift_total AS had (client_id, currency, period_start, given) VALUES (?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT gift_total_pk DO UPDATE SET given = had.given + excluded.given
            WHERE had.given + excluded.given <= coalesce(?, had.given + excluded.given)""";

    private static final String ENTER = """
            INSERT INTO gift (id, programme_id, member_id, client_id, reward_id, redemption_id, quantity, value, currency, period_start, state,
                entered_by, entered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'GIVEN', ?, ?)""";

    private static final String RETURN = """
            WITH back AS (
                UPDATE gift g SET returned = returned + least(g.value - g.returned, round(g.value * ? / g.quantity, 4)), version = version + 1
                WHERE g.redemption_id = ? RETURNING g.client_id, g.currency, g.period_start, new.returned - old.returned AS value)
            UPDATE gift_total t SET given = t.given - b.value FROM back b
            WHERE t.client_id = b.client_id AND t.currency = b.currency AND t.period_start = b.period_start""";

    private final Sql sql;
    private final CurrentWork work;
    private final Clock clock;

    GiftRegister(Sql sql, CurrentWork work, Clock clock) {
        this.sql = sql;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What is given.
     *
     * @param value of one unit
     */
    public record Gift(UUID rewardId, UUID redemptionId, int quantity, Money value) {

        BigDecimal total() {
            return value.amount().multiply(BigDecimal.valueOf(quantity));
        }
    }

    private record Traits(boolean staff, boolean publicOfficial) {

        static Traits from(Row row) {
            return new Traits(row.flag("staff"), row.flag("public_official"));
        }
    }

    /**
     * Enters a gift.
     *
     * @param policy null for no limit
     * @throws ProblemException 409 {@code gift-refused}, {@code gift-needs-compliance}, {@code gift-limit-reached}
     */
    @Transactional(TxType.MANDATORY)
    public void give(Holder member, @Nullable GiftPolicy policy, Gift gift) {
        Instant now = clock.instant();
        if (policy == null) {
            enter(member, gift, Instant.EPOCH, now);
            return;
        }
        Instant period = policy.period().start(now, member.zone());
        Traits traits = sql.find(TRAITS, Traits::from, member.clientId()).orElse(new Traits(false, false));
        GiftPolicy.Treatment treatment = policy.of(traits.staff(), traits.publicOfficial());
        if (treatment == GiftPolicy.Treatment.REFUSE) {
            throw ProblemException.conflict("gift-refused", "The bank's conduct rules let this client have no gifts.");
        }
        boolean approved = sql.update(
                        USE_APPROVAL,
                        gift.redemptionId(),
                        gift.total(),
                        gift.value().currency().getCurrencyCode(),
                        period,
                        member.memberId(),
                        gift.rewardId(),
                        gift.quantity())
                > 0;
        if (approved) {
            add(member, gift, period, null);
            return;
        }
        boolean comparable = gift.value().currency().equals(policy.limit().currency());
        if (treatment == GiftPolicy.Treatment.REFER || !comparable) {
            throw ProblemException.conflict(
                    "gift-needs-compliance", "Compliance decides on this gift first: refer it to the gift register.");
        }
        BigDecimal limit = policy.limit().amount();
        if (gift.total().compareTo(limit) > 0 || !add(member, gift, period, limit)) {
            throw ProblemException.conflict(
                    "gift-limit-reached",
                    "One person is given at most " + policy.limit() + " per " + policy.period() + ".");
        }
        enter(member, gift, period, now);
    }

    /** Units of a redemption were taken back: what they were worth no longer counts. */
    @Transactional(TxType.MANDATORY)
    public void giveBack(UUID redemption, int units) {
        sql.update(RETURN, units, redemption);
    }

    private boolean add(Holder member, Gift gift, Instant period, @Nullable BigDecimal limit) {
        return sql.update(
                        ADD, member.clientId(), gift.value().currency().getCurrencyCode(), period, gift.total(), limit)
                > 0;
    }

    private void enter(Holder member, Gift gift, Instant period, Instant now) {
        sql.update(
                ENTER,
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                member.programmeId(),
                member.memberId(),
                member.clientId(),
                gift.rewardId(),
                gift.redemptionId(),
                gift.quantity(),
                gift.total(),
                gift.value().currency().getCurrencyCode(),
                period,
                work.caller().id(),
                now);
    }
}
