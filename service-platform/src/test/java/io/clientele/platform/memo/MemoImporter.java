package io.clientele.platform.memo;

import io.clientele.platform.imports.LineImporter;
import io.clientele.platform.imports.Rejection;
import io.clientele.platform.memo.MemoResource.MemoRequest;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

@ApplicationScoped
public class MemoImporter implements LineImporter<MemoRequest> {

    private final AtomicInteger passingFailures = new AtomicInteger();

    private final List<String> titles = new CopyOnWriteArrayList<>();
    private final Memos memos;

    MemoImporter(Memos memos) {
        this.memos = memos;
    }

    /** So many chunks fail in passing before one succeeds, as when the database goes away. */
    public void failInPassing(int chunks) {
        passingFailures.set(chunks);
    }

    /** The titles taken, in that order. */
    public List<String> titles() {
        return titles;
    }

    public int failuresLeft() {
        return passingFailures.get();
    }

    @Override
    public String kind() {
        return "memos";
    }

    @Override
    public Class<MemoRequest> lineType() {
        return MemoRequest.class;
    }

    @Override
    public Outcome take(UUID importId, List<Line<MemoRequest>> lines) {
        long duplicates = 0;
        List<Rejection> rejections = new ArrayList<>();
        for (Line<MemoRequest> line : lines) {
            MemoRequest memo = line.value();
            if (memo.title().equals("forbidden")) {
                rejections.add(new Rejection(line.number(), "forbidden-title", "choose another title", "/title"));
            } else if (memos.count("clientId = ?1 and title = ?2", memo.clientId(), memo.title()) > 0) {
                duplicates++;
            } else {
                memos.persist(new Memo(memo.clientId(), memo.title()));
            }
        }
        if (passingFailures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw ProblemException.unavailable("database-away", "gone for a moment", null);
        }
        lines.forEach(line -> titles.add(line.value().title()));
        return new Outcome(duplicates, rejections);
    }
}
