package io.clientele.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.clientele.loyalty.rules.Terms;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Terms as the JSON text they are stored as; the same document for ever, whatever the HTTP API looks like. */
@Converter
public class TermsJson implements AttributeConverter<Terms, String> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    @Override
    public String convertToDatabaseColumn(Terms terms) {
        try {
            return JSON.writeValueAsString(terms);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    @Override
    public Terms convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, Terms.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("stored terms cannot be read", unreadable);
        }
    }
}
