package io.clientele.loyalty.ledger;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.earns;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.redeem;
import static io.clientele.loyalty.testing.Bank.reward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent again counts once: 64 senders of the same keys, and earnings reversed twice at the same time. The numbers
 * are those of every build; {@code -Dloyalty.repetition=} makes them larger, 1,000 keys and 5,000 reversals with 100.
 */
@LoyaltyTest
class RepetitionTest {

    private static final int SCALE = Integer.getInteger("loyalty.repetition", 1);
    private static final int KEYS = 10 * SCALE;
    private static final int REVERSALS = 50 * SCALE;
    private static final int SENDERS = 64;

    @Inject
    Bank bank;

    @Test
    void doesOnceWhatSixtyFourSendWithTheSameKey() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        earns(member, KEYS * 10L);
        String reward = reward(programme, 10, "null");
        List<String> keys = IntStream.range(0, KEYS)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        Map<String, Set<String>> replies = new ConcurrentHashMap<>();
        Queue<String> strange = new ConcurrentLinkedQueue<>();

        Bank.atOnce(SENDERS, sender -> {
            Response last = null;
            for (String key : keys) {
                last = redeem(member, reward, key);
                if (last.statusCode() == 201) {
                    replies.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet())
                            .add(last.asString());
                } else if (last.statusCode() != 503
                        && !(last.statusCode() == 409 && last.path("code").equals("idempotency-key-in-use"))) {
                    strange.add(last.asString());
                }
            }
            return java.util.Objects.requireNonNull(last).statusCode() == 503
                    ? redeem(member, reward, keys.getLast())
                    : last;
        });

        assertThat(strange).isEmpty();
        keys.forEach(key -> replies.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet())
                .add(redeem(member, reward, key).asString()));
        assertThat(replies.values())
                .hasSize(KEYS)
                .allSatisfy(same -> assertThat(same).hasSize(1));
        assertThat(balance(member, "available")).isZero();
        operator()
                .header("Idempotency-Key", keys.getFirst())
                .body(Map.of("rewardId", reward, "quantity", 2))
                .post(member + "/redemptions")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(booksAgree(programme)).isTrue();
    }

    @Test
    void reversesEachOnceOfTwoAtTheSameTime() {
        String programme = activeProgramme();
        List<String> members = IntStream.range(0, 10)
                .mapToObj(i -> enrolled(programme, bank.client()))
                .toList();
        List<String> reversals = IntStream.range(0, REVERSALS)
                .mapToObj(i -> {
                    String member = members.get(i % members.size());
                    return member + "/transactions/"
                            + Bank.pays(member, UUID.randomUUID().toString(), 100 + i)
                                    .<String>path("transactions[0].transactionId")
                            + "/reversals";
                })
                .toList();
        List<String> twice = new java.util.ArrayList<>(
                Collections.nCopies(2, reversals).stream().flatMap(List::stream).toList());
        Collections.shuffle(twice, new java.util.Random(7));
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

        Bank.atOnce(SENDERS, sender -> {
            Response last = operator().get(members.getFirst());
            for (int i = sender; i < twice.size(); i += SENDERS) {
                last = Bank.commands(twice.get(i), Map.of());
                while (last.statusCode() == 503) {
                    last = Bank.commands(twice.get(i), Map.of());
                }
                statuses.add(last.statusCode());
            }
            return last;
        });

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(REVERSALS);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(REVERSALS);
        assertThat(members)
                .allSatisfy(member -> assertThat(balance(member, "available") + balance(member, "lifetime.earned"))
                        .isZero());
        assertThat(booksAgree(programme)).isTrue();
    }
}
