package io.clientele.platform.imports;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.clientele.platform.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one line of a file into what its importer takes. */
final class LineReader<T> {

    private static final ObjectReader CSV_LINE =
            new CsvMapper().enable(CsvParser.Feature.TRIM_SPACES).readerForListOf(String.class);

    private final ObjectReader json;
    private final ObjectMapper lenient;
    private final Class<T> type;
    private final @Nullable List<String> columns;

    LineReader(ObjectMapper mapper, Class<T> type, @Nullable String csvHeader) {
        this.type = type;
        this.json = mapper.readerFor(type);
        this.lenient = mapper.copy().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        lenient.setConfig(lenient.getDeserializationConfig().with(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        this.columns = csvHeader == null ? null : columns(csvHeader);
    }

    /**
     * @throws IOException when the line cannot be read into the type; {@code Diagnosis} says why
     */
    T read(String line) throws IOException {
        return columns == null ? json.readValue(line) : lenient.treeToValue(object(line, columns), type);
    }

    /**
     * The fields a header names.
     *
     * @throws ProblemException 400 when it is no header
     */
    static List<String> columns(String header) {
        List<String> columns = header.isBlank() ? List.of() : values(header);
        if (columns.isEmpty()
                || columns.stream().distinct().count() != columns.size()
                || columns.stream().anyMatch(c -> !c.matches("[A-Za-z][A-Za-z0-9.]*"))) {
            throw ProblemException.malformed(
                    "csv-header-malformed",
                    "The first line of a CSV file names each field once, such as `id,name,birthDate`.");
        }
        return columns;
    }

    private static ObjectNode object(String line, List<String> columns) {
        List<String> values = values(line);
        if (values.size() != columns.size()) {
            throw ProblemException.malformed(
                    "csv-columns-differ",
                    "The line has " + values.size() + " values, the header " + columns.size() + " columns.");
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            if (!values.get(i).isEmpty()) {
                put(object, columns.get(i), values.get(i));
            }
        }
        return object;
    }

    private static void put(ObjectNode object, String path, String value) {
        ObjectNode at = object;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            JsonNode inner = at.get(names[i]);
            at = inner instanceof ObjectNode known ? known : at.putObject(names[i]);
        }
        at.put(names[names.length - 1], value);
    }

    private static List<String> values(String line) {
        try {
            return CSV_LINE.<List<String>>readValue(line);
        } catch (IOException unreadable) {
            throw ProblemException.malformed("csv-malformed", "The line is not CSV as of RFC 4180: check its quotes.");
        }
    }
}
