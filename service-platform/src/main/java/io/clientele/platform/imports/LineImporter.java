package io.clientele.platform.imports;

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
     * Takes the well-formed lines of one chunk, in the transaction in progress: all effects commit with the chunk's
     * progress. A chunk interrupted by a kill is taken again, so taking a line twice must change nothing.
     *
     * @param importId the import the lines belong to
     * @return how many lines changed nothing because they were known, and which were refused
     */
    Outcome take(UUID importId, List<Line<T>> lines);

    /** A line and its number in the file, counted from 1 without the CSV header. */
    record Line<T>(long number, T value) {}

    /**
     * What became of a chunk.
     *
     * @param duplicates lines that were known already
     * @param rejections lines refused by a rule
     */
    record Outcome(long duplicates, List<Rejection> rejections) {}
}
