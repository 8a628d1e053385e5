package io.clientele.platform.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into chunks of whole lines, in constant memory. Lines end in LF or CR LF; empty ones are passed over. */
final class ImportFile {

    /** A longer line is no record of ours. */
    static final int MAX_LINE = 256 * 1024;

    private static final int CHUNK = 512 * 1024;

    private final InputStream content;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int filled;
    private long lines;

    ImportFile(InputStream content) {
        this.content = content;
    }

    /**
     * Lines that belong together in one transaction.
     *
     * @param firstLine the number of the first one
     * @param content lines separated by LF; a line too long is left empty, which no record is
     */
    record Chunk(long firstLine, byte[] content) {}

    /** The next line, or null at the end; for a CSV header. */
    byte @Nullable [] header() throws IOException {
        byte[] line = nextLine();
        lines = 0;
        return line;
    }

    /** The next chunk, or null at the end. */
    @Nullable
    Chunk nextChunk() throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(CHUNK + 4096);
        long first = lines + 1;
        while (chunk.size() < CHUNK) {
            byte[] line = nextLine();
            if (line == null) {
                break;
            }
            chunk.write(line);
            chunk.write('\n');
        }
        return chunk.size() == 0 ? null : new Chunk(first, chunk.toByteArray());
    }

    /** Lines seen so far, without empty ones. */
    long lines() {
        return lines;
    }

    private byte @Nullable [] nextLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int length = 0;
        while (true) {
            if (position == filled && !fill()) {
                byte[] last = ended(line, length);
                return last.length > 0 || length > MAX_LINE ? last : null;
            }
            int end = indexOfLineFeed();
            int taken = end - position;
            if (length + taken <= MAX_LINE) {
                line.write(buffer, position, taken);
            }
            length += taken;
            position = end;
            if (end < filled) {
                position++;
                byte[] whole = ended(line, length);
                if (whole.length > 0 || length > MAX_LINE) {
                    return whole;
                }
                line.reset();
                length = 0;
            }
        }
    }

    private byte[] ended(ByteArrayOutputStream line, int length) {
        byte[] bytes = length > MAX_LINE ? new byte[0] : withoutCarriageReturn(line.toByteArray());
        if (bytes.length > 0 || length > MAX_LINE) {
            lines++;
        }
        return bytes;
    }

    private static byte[] withoutCarriageReturn(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\r' ? Arrays.copyOf(line, line.length - 1) : line;
    }

    private int indexOfLineFeed() {
        int at = position;
        while (at < filled && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, content.read(buffer));
        return filled > 0;
    }
}
