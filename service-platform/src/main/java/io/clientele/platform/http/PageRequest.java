package io.clientele.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The paging parameters of every collection; take it as {@code @BeanParam}. Pages are found by key, so deep ones cost what the first costs. */
public class PageRequest {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    @QueryParam("limit")
    @Parameter(
            description = "Items per page, 1 to 500; 50 when absent.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"),
            example = "50")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(
            description = "`next` of the page before. It holds the filters; others may not be given beside it.",
            example = "eyJhZnRlciI6IjQyIn0")
    @Nullable
    String cursor;

    /**
     * Where this page starts and which filters hold.
     *
     * @param filters name and value (null = not given) of the collection's filters as sent with this request
     * @throws ProblemException 400 when limit or cursor are malformed or filters contradict the cursor
     */
    public Seek seek(Map<String, @Nullable String> filters) {
        Map<String, String> given = new HashMap<>();
        filters.forEach((name, value) -> {
            if (value != null) {
                given.put(name, value);
            }
        });
        if (cursor == null) {
            return new Seek(given, null, limit());
        }
        Token token = read(cursor);
        given.forEach((name, value) -> {
            if (!value.equals(token.filters().get(name))) {
                throw ProblemException.malformed(
                        "filter-beside-cursor",
                        "A cursor holds its filters; start again without the cursor to change them.",
                        new FieldError("query:" + name, "contradicts the cursor"));
            }
        });
        return new Seek(token.filters(), token.after(), limit());
    }

    private int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MAX_LIMIT) {
            throw ProblemException.malformed(
                    "limit-out-of-range",
                    "limit is a whole number from 1 to 500.",
                    new FieldError("query:limit", "is out of range"));
        }
        return Integer.parseInt(limit);
    }

    private static Token read(String cursor) {
        try {
            Token token = JSON.readValue(Base64.getUrlDecoder().decode(cursor), Token.class);
            if (token != null && token.filters() != null && token.after() != null) {
                return token;
            }
        } catch (IllegalArgumentException | IOException unreadable) {
            // answered below
        }
        throw ProblemException.malformed(
                "cursor-malformed",
                "Use `next` of the page before, unchanged.",
                new FieldError("query:cursor", "cannot be read"));
    }

    /** What a cursor holds. */
    record Token(Map<String, String> filters, String after) {

        String write() {
            try {
                return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8));
            } catch (JsonProcessingException unwritable) {
                throw new IllegalStateException(unwritable);
            }
        }
    }

    /**
     * The position a page starts from.
     *
     * @param filters those that hold
     * @param after the key of the last item before this page; null on the first
     * @param limit at most so many items
     */
    public record Seek(
            Map<String, String> filters, @Nullable String after, int limit) {

        /** The value of a filter that holds, or null. */
        public @Nullable String filter(String name) {
            return filters.get(name);
        }

        /**
         * The key of the last item before this page, or null on the first.
         *
         * @throws ProblemException 400 when {@code parse} refuses it with an {@link IllegalArgumentException}
         */
        public <T> @Nullable T after(Function<String, T> parse) {
            return after == null ? null : parsed("cursor", after, parse);
        }

        /**
         * The value of a filter that holds, or null.
         *
         * @throws ProblemException 400 when {@code parse} refuses it with an {@link IllegalArgumentException}
         */
        public <T> @Nullable T filter(String name, Function<String, T> parse) {
            String value = filters.get(name);
            return value == null ? null : parsed(name, value, parse);
        }

        private static <T> T parsed(String name, String value, Function<String, T> parse) {
            try {
                return parse.apply(value);
            } catch (IllegalArgumentException unreadable) {
                throw ProblemException.malformed(
                        "parameter-malformed",
                        "A query parameter cannot be read; its description names the values it takes.",
                        new FieldError("query:" + name, "cannot be read"));
            }
        }

        /** Ask the database for so many rows: one more than the page shows tells whether there is a next one. */
        public int fetch() {
            return limit + 1;
        }

        /**
         * The page of what was fetched.
         *
         * @param rows at most {@link #fetch()} rows in order
         * @param key the key by which the following page is found
         */
        public <R, T> Page<T> page(List<R> rows, Function<R, String> key, Function<R, T> render) {
            List<R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
            String next = rows.size() > limit ? new Token(filters, key.apply(shown.getLast())).write() : null;
            return new Page<>(shown.stream().map(render).toList(), next);
        }
    }
}
