package io.clientele.stack.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A file of the Berka data set: fields separated by semicolons, texts in quotes, dates as {@code YYMMDD}. */
record BerkaTable(Path file) {

    /** The rows in the file's order, read as they are asked for; close the stream. */
    Stream<Row> rows() {
        try {
            var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
            var columns = columns(split(lines.readLine()));
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> new Row(columns, split(line)))
                    .onClose(() -> {
                        try {
                            lines.close();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Map<String, Integer> columns(String... names) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i], i);
        }
        return Map.copyOf(columns);
    }

    private static String[] split(String line) {
        var fields = line.split(";", -1);
        for (int i = 0; i < fields.length; i++) {
            var field = fields[i].strip();
            if (field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"")) {
                field = field.substring(1, field.length() - 1);
            }
            fields[i] = field;
        }
        return fields;
    }

    /** One row, its fields by column name. */
    record Row(Map<String, Integer> columns, String... fields) {

        String get(String column) {
            var index = columns.get(column);
            if (index == null) {
                throw new IllegalArgumentException("no column " + column + " among " + columns.keySet());
            }
            return fields[index];
        }

        int number(String column) {
            return Integer.parseInt(get(column));
        }

        /** A day of the 20th century; a time of day that follows it is left out. */
        LocalDate date(String column) {
            var digits = get(column).substring(0, 6);
            return LocalDate.of(
                    1900 + Integer.parseInt(digits.substring(0, 2)),
                    Integer.parseInt(digits.substring(2, 4)),
                    Integer.parseInt(digits.substring(4, 6)));
        }
    }
}
