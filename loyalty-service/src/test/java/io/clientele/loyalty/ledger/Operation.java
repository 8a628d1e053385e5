package io.clientele.loyalty.ledger;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** One operation on the ledger. Numbers choose among what is there, so that every sequence makes sense. */
sealed interface Operation {

    /** {@code source} repeats: the same activity is delivered again, in another order. */
    record Earn(
            int holder,
            int source,
            long points,
            @Nullable Integer expiresInDays,
            int ageInHours,
            @Nullable Integer activatesInHours)
            implements Operation {}

    record EarnPending(int holder, int source, long points) implements Operation {}

    record Activate(int which) implements Operation {}

    record ActivateDue() implements Operation {}

    record Redeem(int holder, long points) implements Operation {}

    record Reserve(int holder, long points, int hours) implements Operation {}

    record RedeemReserved(int which) implements Operation {}

    record Release(int which) implements Operation {}

    record Reverse(
            int which,
            @Nullable Long points,
            ReversalPolicy policy,
            @Nullable Integer source) implements Operation {}

    record Refund(
            int which, @Nullable Long points, @Nullable Integer graceInDays) implements Operation {}

    record Adjust(int holder, int id, long points, @Nullable Integer expiresInDays) implements Operation {}

    record Transfer(int from, int to, long points) implements Operation {}

    /** Points of one member leave the pool for that member. */
    record Withdraw(int member, long points) implements Operation {}

    record Reinstate(int which, int days) implements Operation {}

    record Expire() implements Operation {}

    record Wait(int hours) implements Operation {}

    /** Histories of so many operations on two members and their pool. */
    static Arbitrary<List<Operation>> histories(int length) {
        Arbitrary<Integer> holder = Arbitraries.integers().between(0, 2);
        Arbitrary<Integer> source = Arbitraries.integers().between(0, 80);
        Arbitrary<Long> points = Arbitraries.longs().between(1, 500);
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 20);
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 6).injectNull(0.2);
        Arbitrary<Long> part = Arbitraries.longs().between(1, 300).injectNull(0.4);
        Arbitrary<Operation> earn = Combinators.combine(
                        holder,
                        source,
                        points,
                        days,
                        Arbitraries.integers().between(0, 72),
                        Arbitraries.integers().between(0, 60).injectNull(0.8))
                .as(Earn::new);
        Arbitrary<Operation> waitForEvent =
                Combinators.combine(holder, source, points).as(EarnPending::new);
        Arbitrary<Operation> reverse = Combinators.combine(
                        which,
                        part,
                        Arbitraries.of(ReversalPolicy.class),
                        Arbitraries.integers().between(0, 3).injectNull(0.7))
                .as(Reverse::new);
        Arbitrary<Operation> adjust = Combinators.combine(
                        holder,
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.longs().between(-200, 200).filter(amount -> amount != 0),
                        days)
                .as(Adjust::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(8, earn),
                        Tuple.of(2, waitForEvent),
                        Tuple.of(2, which.map(Activate::new)),
                        Tuple.of(2, Arbitraries.just(new ActivateDue())),
                        Tuple.of(4, Combinators.combine(holder, points).as(Redeem::new)),
                        Tuple.of(
                                4,
                                Combinators.combine(
                                                holder,
                                                points,
                                                Arbitraries.integers().between(1, 100))
                                        .as(Reserve::new)),
                        Tuple.of(3, which.map(RedeemReserved::new)),
                        Tuple.of(3, which.map(Release::new)),
                        Tuple.of(4, reverse),
                        Tuple.of(4, Combinators.combine(which, part, days).as(Refund::new)),
                        Tuple.of(2, adjust),
                        Tuple.of(3, Combinators.combine(holder, holder, points).as(Transfer::new)),
                        Tuple.of(
                                2,
                                Combinators.combine(Arbitraries.integers().between(0, 1), points)
                                        .as(Withdraw::new)),
                        Tuple.of(
                                1,
                                Combinators.combine(
                                                which, Arbitraries.integers().between(1, 9))
                                        .as(Reinstate::new)),
                        Tuple.of(2, Arbitraries.just(new Expire())),
                        Tuple.of(4, Arbitraries.integers().between(1, 30).map(Wait::new)))
                .list()
                .ofSize(length);
    }
}
