package io.clientele.platform.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.platform.imports.LineImporter.Line;
import io.clientele.platform.problem.Diagnosis;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The lines of a chunk, read once.
 *
 * @param firstLine the number of the first one
 * @param count how many there are
 * @param good those that could be read
 * @param rejections the others
 */
record ChunkLines<T>(long firstLine, long count, List<Line<T>> good, List<Rejection> rejections) {

    static <T> ChunkLines<T> of(long firstLine, byte[] content, LineReader<T> reader) {
        List<Line<T>> good = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        long number = firstLine;
        int from = 0;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '\n') {
                try {
                    good.add(new Line<>(number, reader.read(content, from, at - from)));
                } catch (JsonProcessingException | ProblemException | ConstraintViolationException refused) {
                    rejections.add(Rejection.of(number, Diagnosis.of(refused)));
                }
                number++;
                from = at + 1;
            }
        }
        return new ChunkLines<>(firstLine, number - firstLine, good, rejections);
    }

    /** Places among the good lines as places in the chunk. */
    BitSet inChunk(BitSet places) {
        BitSet lines = new BitSet();
        places.stream().forEach(place -> lines.set((int) (good.get(place).number() - firstLine)));
        return lines;
    }

    /** The good ones among the lines at these places in the chunk. */
    List<T> at(BitSet places) {
        List<T> values = new ArrayList<>();
        for (Line<T> line : good) {
            if (places.get((int) (line.number() - firstLine))) {
                values.add(line.value());
            }
        }
        return values;
    }
}
