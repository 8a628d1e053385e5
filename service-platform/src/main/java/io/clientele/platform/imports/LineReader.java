package io.clientele.platform.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one line of a file, straight from its bytes, into what its importer takes. */
final class LineReader<T> {

    private final ObjectMapper codec;
    private final ObjectReader json;
    private final Validator validator;
    private final boolean constrained;
    private final @Nullable CsvColumns columns;

    LineReader(ObjectMapper mapper, Validator validator, Class<T> type, @Nullable String csvHeader) {
        this.columns = csvHeader == null ? null : CsvColumns.of(csvHeader);
        this.codec = columns == null ? mapper : textForAll(mapper);
        this.json = codec.readerFor(type);
        this.validator = validator;
        this.constrained = validator.getConstraintsForClass(type).isBeanConstrained();
    }

    /** In CSV everything is text, also numbers and booleans. */
    private static ObjectMapper textForAll(ObjectMapper mapper) {
        ObjectMapper lenient = mapper.copy().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        lenient.setConfig(lenient.getDeserializationConfig().with(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        return lenient;
    }

    /**
     * @throws JsonProcessingException when the line cannot be read into the type; {@code Diagnosis} says why
     * @throws ProblemException when it is no line of the format
     * @throws ConstraintViolationException when the value breaks a constraint
     */
    T read(byte[] content, int from, int length) throws JsonProcessingException {
        if (length == 0) {
            throw ProblemException.malformed("line-too-long", "A line has at most " + ImportFile.MAX_LINE + " bytes.");
        }
        T value = value(content, from, length);
        if (value == null) {
            throw ProblemException.malformed("malformed-json", "A line is a JSON object.");
        }
        if (constrained) {
            Set<ConstraintViolation<T>> violations = validator.validate(value);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
        }
        return value;
    }

    private @Nullable T value(byte[] content, int from, int length) throws JsonProcessingException {
        try {
            if (columns == null) {
                return json.readValue(content, from, length);
            }
            try (TokenBuffer object = new TokenBuffer(codec, false)) {
                columns.write(content, from, length, object);
                try (JsonParser parser = object.asParser()) {
                    return json.readValue(parser);
                }
            }
        } catch (JsonProcessingException unreadable) {
            throw unreadable;
        } catch (IOException noText) {
            throw ProblemException.malformed("malformed-json", "A line is text in UTF-8.");
        }
    }
}
