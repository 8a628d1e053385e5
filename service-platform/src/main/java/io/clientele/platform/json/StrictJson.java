package io.clientele.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Reads only what was meant: no unknown or repeated field, no trailing text, no number for a string or string for a
 * number, no NUL character, at most 64 levels, 100,000 characters a string, 100 digits a number, 2 MB a document.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxStringLength(100_000)
            .maxNumberLength(100)
            .maxNameLength(500)
            .maxDocumentLength(2_000_000)
            .build();

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(LIMITS);
        mapper.configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        mapper.enable(
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Enum).setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        SimpleModule exact = new SimpleModule("clientele");
        exact.addDeserializer(String.class, new TextWithoutNul());
        exact.addDeserializer(BigDecimal.class, new BoundedDecimal());
        mapper.registerModule(exact);
    }

    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /** PostgreSQL cannot hold U+0000 in text; it is refused here rather than at commit. */
    private static final class TextWithoutNul extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        TextWithoutNul() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isScalarValue()
                    || parser.currentToken() != com.fasterxml.jackson.core.JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText();
            if (text.indexOf('\0') >= 0) {
                throw context.weirdStringException("", String.class, "contains the character U+0000");
            }
            return text;
        }
    }

    /** Refuses exponents that would unfold into millions of digits. */
    private static final class BoundedDecimal extends StdDeserializer<BigDecimal> {

        private static final long serialVersionUID = 1L;
        private static final int MAX_SCALE = 100;

        BoundedDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            BigDecimal value = read(parser, context);
            if (Math.abs((long) value.scale()) > MAX_SCALE) {
                throw context.weirdNumberException(0, BigDecimal.class, "exponent beyond " + MAX_SCALE);
            }
            return value;
        }

        private static BigDecimal read(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (parser.currentToken()) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
                case VALUE_STRING -> parse(parser.getText(), context);
                default -> (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
            };
        }

        private static BigDecimal parse(String text, DeserializationContext context) throws JsonProcessingException {
            if (!text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?")) {
                throw context.weirdStringException("", BigDecimal.class, "is no plain decimal");
            }
            return new BigDecimal(text);
        }
    }
}
