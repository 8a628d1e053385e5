package io.clientele.platform.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the chain from its beginning and computes every hash again. Memory stays the same however long it is. */
@ApplicationScoped
public class VerifyingAuditTrail {

    private static final int BATCH = 2_000;

    private final AuditTrail trail;

    VerifyingAuditTrail(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * What the chain proves.
     *
     * @param sealedTo the last position the sealer gave
     * @param endHash the hash there, in hex: noted elsewhere, it proves later that nothing up to there was rewritten
     * @param unsealed records committed but not yet sealed
     * @param intactTo the last position up to which every record is as it was sealed
     * @param finding what is wrong behind it; null when nothing is
     */
    public record Verification(
            long sealedTo,
            String endHash,
            long unsealed,
            long intactTo,
            @Nullable Finding finding) {}

    /** What is wrong with the record at {@link Verification#intactTo} + 1. */
    public enum Finding {
        /** The record is gone. */
        MISSING,
        /** The record, or the hash before it, is not what was sealed. */
        CHANGED,
        /** A record stands behind the end the sealer knows. */
        FORGED
    }

    /** Verifies up to where the chain was sealed when this began. */
    public Verification verify() {
        ChainLink end = QuarkusTransaction.requiringNew().call(trail::end);
        ChainLink intact = new ChainLink(0, new byte[32]);
        Finding finding = null;
        while (finding == null && intact.position() < end.position()) {
            ChainLink from = intact;
            List<AuditRecord> records =
                    QuarkusTransaction.requiringNew().call(() -> trail.sealedAfter(from.position(), BATCH));
            if (records.isEmpty()) {
                finding = Finding.MISSING;
            }
            for (AuditRecord record : records) {
                if (intact.position() == end.position()) {
                    break;
                }
                ChainLink link = intact.followedBy(record);
                finding = compare(record, link);
                if (finding != null) {
                    break;
                }
                intact = link;
            }
        }
        if (finding == null && !Arrays.equals(intact.hash(), end.hash())) {
            finding = Finding.CHANGED;
        }
        if (finding == null && isForgedBehind()) {
            finding = Finding.FORGED;
        }
        long unsealed = QuarkusTransaction.requiringNew().call(trail::countUnsealed);
        return new Verification(
                end.position(), HexFormat.of().formatHex(end.hash()), unsealed, intact.position(), finding);
    }

    private static @Nullable Finding compare(AuditRecord record, ChainLink expected) {
        if (record.position() == null || record.position() != expected.position()) {
            return Finding.MISSING;
        }
        return Arrays.equals(record.hash(), expected.hash()) ? null : Finding.CHANGED;
    }

    /** The sealer moves its end in the transaction that seals: behind the end nothing is ever sealed. */
    private boolean isForgedBehind() {
        return QuarkusTransaction.requiringNew().call(() -> {
            // in this order: what is sealed meanwhile lies before the end read last
            long newest = trail.newestPosition();
            return newest > trail.end().position();
        });
    }
}
