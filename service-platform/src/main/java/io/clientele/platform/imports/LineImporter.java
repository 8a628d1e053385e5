package io.clientele.platform.imports;

import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/**
 * Takes the lines of one kind of import. A bean per kind.
 *
 * @param <T> what a line is read into: a record, checked by its constructor and Bean Validation
 */
public interface LineImporter<T> {

    /** The kind, as in {@code /v1/<kind>/imports}. */
    String kind();

    /** What a line is read into. */
    Class<T> lineType();

    /**
     * Whether the lines of a file may be taken in any order. If so, several chunks of it are worked off at once, by several
     * replicas too; if not, one after the other.
     */
    default boolean inAnyOrder() {
        return false;
    }

    /**
     * Takes the well-formed lines of one chunk, in the transaction in progress: all effects commit with the chunk's
     * progress, once, whoever is killed when.
     *
     * @param importId the import the lines belong to
     * @return how many lines changed nothing because they were known, and which were refused
     */
    Outcome take(UUID importId, List<Line<T>> lines);

    /**
     * Tells others of lines whose effects have committed; returns when they have been told. Called again, with the same lines,
     * when it failed or was interrupted by a kill, until it once returns; the import is not completed before.
     */
    default void publish(UUID importId, List<T> lines) {
        throw new UnsupportedOperationException(kind() + " leaves nothing to publish");
    }

    /** A line and its number in the file, counted from 1 without the CSV header. */
    record Line<T>(long number, T value) {}

    /**
     * What became of a chunk.
     *
     * @param duplicates lines that were known already
     * @param rejections lines refused by a rule
     * @param toPublish the lines to hand to {@link #publish}, by their place in the list taken
     */
    record Outcome(long duplicates, List<Rejection> rejections, BitSet toPublish) {

        /** With nothing left to publish: what there was to tell went with the transaction. */
        public Outcome(long duplicates, List<Rejection> rejections) {
            this(duplicates, rejections, new BitSet());
        }
    }
}
