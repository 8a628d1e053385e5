package io.clientele.loyalty.ledger;

import static io.clientele.loyalty.testing.Bank.activeProgramme;
import static io.clientele.loyalty.testing.Bank.balance;
import static io.clientele.loyalty.testing.Bank.booksAgree;
import static io.clientele.loyalty.testing.Bank.earns;
import static io.clientele.loyalty.testing.Bank.enrolled;
import static io.clientele.loyalty.testing.Bank.operator;
import static io.clientele.loyalty.testing.Bank.reward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.loyalty.testing.Bank;
import io.clientele.loyalty.testing.Caller;
import io.clientele.loyalty.testing.Caller.Answer;
import io.clientele.loyalty.testing.LoyaltyTest;
import io.clientele.testing.TestClock;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is sent again counts once: 64 senders of the same 1,000 keys, and 5,000 earnings reversed twice at the same time. */
@LoyaltyTest
class RepetitionTest {

    private static final int KEYS = 1_000;
    private static final int REVERSALS = 5_000;
    private static final int SENDERS = 64;

    @Inject
    Bank bank;

    @Test
    void doesOnceWhatSixtyFourSendWithTheSameKey() {
        String programme = activeProgramme();
        String member = enrolled(programme, bank.client());
        earns(member, KEYS * 10L);
        String body = "{\"rewardId\":\"" + reward(programme, 10, "null") + "\"}";
        List<String> keys = IntStream.range(0, KEYS)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        Map<String, Set<String>> replies = new ConcurrentHashMap<>();
        Queue<String> strange = new ConcurrentLinkedQueue<>();

        try (Caller caller = new Caller()) {
            Caller.together(
                    SENDERS,
                    sender -> keys.forEach(key -> {
                        Answer answer = caller.command(member + "/redemptions", key, body);
                        if (answer.status() == 201) {
                            replies.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet())
                                    .add(answer.body());
                        } else if (answer.status() != 409 || !answer.isProblem("idempotency-key-in-use")) {
                            strange.add(answer.body());
                        }
                    }));
        }

        assertThat(strange).isEmpty();
        assertThat(replies.values())
                .hasSize(KEYS)
                .allSatisfy(same -> assertThat(same).hasSize(1));
        assertThat(replies.values().stream().flatMap(Set::stream).distinct()).hasSize(KEYS);
        assertThat(balance(member, "available")).isZero();
        operator()
                .header("Idempotency-Key", keys.getFirst())
                .body(body.replace("}", ",\"quantity\":2}"))
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
        String[] reversals = new String[REVERSALS];
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();

        try (Caller caller = new Caller()) {
            Caller.together(SENDERS, sender -> {
                for (int i = sender; i < REVERSALS; i += SENDERS) {
                    String transactions = members.get(i % members.size()) + "/transactions";
                    String payment = Bank.payment("pay-" + UUID.randomUUID(), 100 + i, TestClock.now());
                    Answer earned =
                            caller.command(transactions, UUID.randomUUID().toString(), payment);
                    reversals[i] = transactions + "/" + earned.text("transactionId") + "/reversals";
                }
            });
            List<String> twice = new ArrayList<>(List.of(reversals));
            twice.addAll(List.of(reversals));
            Collections.shuffle(twice, new Random(7));
            Caller.together(SENDERS, sender -> {
                for (int i = sender; i < twice.size(); i += SENDERS) {
                    answers.add(caller.command(twice.get(i), UUID.randomUUID().toString(), "{}"));
                }
            });
        }

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(REVERSALS);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409 && answer.isProblem("already-reversed"))
                .hasSize(REVERSALS);
        assertThat(members)
                .allSatisfy(member -> assertThat(balance(member, "available") + balance(member, "lifetime.earned"))
                        .isZero());
        assertThat(booksAgree(programme)).isTrue();
    }
}
