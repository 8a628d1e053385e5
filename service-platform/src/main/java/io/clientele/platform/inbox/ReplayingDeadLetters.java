package io.clientele.platform.inbox;

import io.clientele.platform.caller.Work;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a dead letter to its consumer again, and then, in order, what waits behind it. The first that still fails stays,
 * with the rest behind it.
 */
@ApplicationScoped
public class ReplayingDeadLetters {

    private final Inbox inbox;
    private final DeadLetters letters;

    ReplayingDeadLetters(Inbox inbox, DeadLetters letters) {
        this.inbox = inbox;
        this.letters = letters;
    }

    /**
     * What a replay did.
     *
     * @param resolved how many records took effect, or had before
     * @param waiting how many of the key still wait
     * @param reason why the first of them does; null when none waits
     */
    public record Replay(
            int resolved, long waiting, @Nullable String reason) {}

    /**
     * Replays the queue of the key that the dead letter belongs to, each record in a transaction of its own.
     *
     * @throws ProblemException 404 when there is no such dead letter, 409 when it was resolved or its consumer is gone
     */
    public Replay replay(long id) {
        DeadLetter letter =
                inTransaction("dead-letters", () -> letters.find(id)).orElseThrow(ProblemException::notFound);
        if (!letter.isWaiting()) {
            throw ProblemException.conflict(
                    "already-resolved", "This record was taken since; nothing is left to replay.");
        }
        InboundConsumer consumer = inbox.find(letter.consumer())
                .orElseThrow(() -> ProblemException.conflict(
                        "consumer-unknown", "This version of the service has no consumer " + letter.consumer() + "."));
        int resolved = 0;
        String reason = null;
        for (Optional<DeadLetter> next = firstWaiting(letter);
                next.isPresent() && reason == null;
                next = firstWaiting(letter)) {
            reason = replayOne(consumer, next.get());
            resolved += reason == null ? 1 : 0;
        }
        return new Replay(resolved, inTransaction(letter.consumer(), () -> letters.countWaiting(letter)), reason);
    }

    private Optional<DeadLetter> firstWaiting(DeadLetter letter) {
        return inTransaction(letter.consumer(), () -> letters.firstWaiting(letter));
    }

    /** Null when the record is resolved, else why it stays. */
    private @Nullable String replayOne(InboundConsumer consumer, DeadLetter letter) {
        try {
            inbox.inTransaction(consumer, letter.inbound(), event -> {
                letters.lock(consumer.name(), letter.inbound());
                boolean stillWaits =
                        letters.find(letter.id()).filter(DeadLetter::isWaiting).isPresent();
                if (stillWaits) {
                    inbox.apply(consumer, event);
                    letters.resolve(letter.id());
                }
                return stillWaits;
            });
            return null;
        } catch (RuntimeException failure) {
            if (Passing.is(failure)) {
                throw failure;
            }
            String reason = Inbox.reason(failure);
            Work.of(consumer.name())
                    .run(() -> QuarkusTransaction.requiringNew().run(() -> letters.stays(letter.id(), reason)));
            return reason;
        }
    }

    private static <T> T inTransaction(String consumer, Supplier<T> task) {
        return Work.of(consumer).call(() -> QuarkusTransaction.requiringNew().call(task::get));
    }
}
