package io.clientele.analytics.activity;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/** Activities as PostgreSQL's binary COPY format takes them: nothing to escape, nothing to parse. */
final class ActivityCopy {

    /** Where the rows go, with the columns in the order of the rows. */
    static final String INTO =
            "COPY activity_staging (place, source_id, client_id, type, occurred_at, data) FROM STDIN (FORMAT binary)";

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final short COLUMNS = 6;
    private static final long EPOCH_OF_POSTGRES =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final byte JSONB_VERSION = 1;

    private ActivityCopy() {}

    /** The activities at these places, each with its place. */
    static byte[] of(List<Activity> activities, BitSet places) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(places.cardinality() * 320 + 32);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
            for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
                write(place, activities.get(place), out);
            }
            out.writeShort(-1);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    private static void write(int place, Activity activity, DataOutputStream out) throws IOException {
        out.writeShort(COLUMNS);
        out.writeInt(Integer.BYTES);
        out.writeInt(place);
        writeText(activity.sourceId(), out);
        writeText(activity.clientId(), out);
        writeText(activity.type().name(), out);
        Instant at = activity.occurredAt();
        out.writeInt(Long.BYTES);
        out.writeLong((at.getEpochSecond() - EPOCH_OF_POSTGRES) * 1_000_000 + at.getNano() / 1_000);
        out.writeInt(activity.data().length + 1);
        out.writeByte(JSONB_VERSION);
        out.write(activity.data());
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
