package io.clientele.platform.memo;

import io.clientele.platform.imports.LineImporter;
import io.clientele.platform.memo.MemoResource.MemoRequest;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes memos in any order and tells of them afterwards; breaks off now and then, as a killed replica does. */
@ApplicationScoped
public class ScatteredMemos implements LineImporter<MemoRequest> {

    public static final String KIND = "scattered-memos";

    private final Memos memos;
    private final Random random = new Random(5);
    private final AtomicInteger failures = new AtomicInteger();
    private final Queue<String> published = new ConcurrentLinkedQueue<>();

    ScatteredMemos(Memos memos) {
        this.memos = memos;
    }

    /** So many times it breaks off: before or after a chunk is stored, before or after it is told of. */
    public void breakOff(int times) {
        failures.set(times);
    }

    public int failuresLeft() {
        return failures.get();
    }

    /** The titles told of, in that order, again when told again. */
    public List<String> published() {
        return List.copyOf(published);
    }

    /** How many memos there are whose title begins so. */
    public long stored(String title) {
        return memos.count("title like ?1", title + "%");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<MemoRequest> lineType() {
        return MemoRequest.class;
    }

    @Override
    public boolean inAnyOrder() {
        return true;
    }

    @Override
    public Outcome take(UUID importId, List<Line<MemoRequest>> lines) {
        BitSet written = new BitSet();
        for (int place = 0; place < lines.size(); place++) {
            MemoRequest memo = lines.get(place).value();
            if (!memo.title().endsWith("known")) {
                memos.persist(new Memo(memo.clientId(), memo.title()));
                written.set(place);
            }
        }
        memos.flush();
        maybeBreakOff();
        return new Outcome(lines.size() - written.cardinality(), List.of(), written);
    }

    @Override
    public void publish(UUID importId, List<MemoRequest> lines) {
        maybeBreakOff();
        lines.forEach(line -> published.add(line.title()));
        maybeBreakOff();
    }

    private synchronized void maybeBreakOff() {
        if (failures.get() > 0 && random.nextInt(3) == 0) {
            failures.decrementAndGet();
            throw ProblemException.unavailable("gone", "gone for a moment", null);
        }
    }
}
