package io.clientele.platform.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.clientele.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The columns a CSV header names; turns the lines below it into the JSON they stand for, {@code data.amount} into an object in an object. */
final class CsvColumns {

    private static final CsvFactory CSV =
            CsvFactory.builder().enable(CsvParser.Feature.TRIM_SPACES).build();

    private final List<String> names;
    private final Branch fields = new Branch("");

    private CsvColumns(List<String> names) {
        this.names = names;
        for (int column = 0; column < names.size(); column++) {
            fields.add(names.get(column), column);
        }
    }

    /**
     * The fields a header names.
     *
     * @throws ProblemException 400 when it is no header
     */
    static CsvColumns of(String header) {
        byte[] line = header.getBytes(StandardCharsets.UTF_8);
        List<String> names = header.isBlank() ? List.of() : values(line, 0, line.length);
        if (names.isEmpty()
                || names.stream().distinct().count() != names.size()
                || names.stream().anyMatch(c -> !c.matches("[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*)*"))) {
            throw ProblemException.malformed(
                    "csv-header-malformed",
                    "The first line of a CSV file names each field once, such as `id,name,birthDate`.");
        }
        return new CsvColumns(names);
    }

    /**
     * Writes a line as a JSON object; an empty cell is an absent field.
     *
     * @throws ProblemException 400 when it is no line below this header
     */
    void write(byte[] content, int from, int length, TokenBuffer object) throws IOException {
        List<String> values = values(content, from, length);
        if (values.size() != names.size()) {
            throw ProblemException.malformed(
                    "csv-columns-differ",
                    "The line has " + values.size() + " values, the header " + names.size() + " columns.");
        }
        fields.writeFields(values, object);
    }

    private static List<String> values(byte[] content, int from, int length) {
        List<String> values = new ArrayList<>();
        try (JsonParser cells = CSV.createParser(content, from, length)) {
            cells.nextToken();
            while (cells.nextToken() == JsonToken.VALUE_STRING) {
                values.add(cells.getText());
            }
            return values;
        } catch (IOException unreadable) {
            throw ProblemException.malformed("csv-malformed", "The line is not CSV as of RFC 4180: check its quotes.");
        }
    }

    /** A field of the object: a column, or an object of its own. */
    private sealed interface Field {
        String name();

        boolean isPresent(List<String> values);
    }

    private record Leaf(String name, int column) implements Field {

        @Override
        public boolean isPresent(List<String> values) {
            return !values.get(column).isEmpty();
        }
    }

    private record Branch(String name, List<Field> inner) implements Field {

        Branch(String name) {
            this(name, new ArrayList<>());
        }

        void add(String path, int column) {
            int dot = path.indexOf('.');
            if (dot < 0) {
                inner.add(new Leaf(path, column));
                return;
            }
            String first = path.substring(0, dot);
            Branch branch = inner.stream()
                    .filter(field -> field instanceof Branch && field.name().equals(first))
                    .map(Branch.class::cast)
                    .findFirst()
                    .orElse(null);
            if (branch == null) {
                branch = new Branch(first);
                inner.add(branch);
            }
            branch.add(path.substring(dot + 1), column);
        }

        @Override
        public boolean isPresent(List<String> values) {
            return inner.stream().anyMatch(field -> field.isPresent(values));
        }

        void writeFields(List<String> values, TokenBuffer object) throws IOException {
            object.writeStartObject();
            for (Field field : inner) {
                if (!field.isPresent(values)) {
                    continue;
                }
                object.writeFieldName(field.name());
                switch (field) {
                    case Leaf leaf -> object.writeString(values.get(leaf.column()));
                    case Branch branch -> branch.writeFields(values, object);
                }
            }
            object.writeEndObject();
        }
    }
}
