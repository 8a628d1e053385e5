package io.clientele.loyalty.reward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A benefit as the JSON text it is stored as. */
@Converter
class BenefitJson implements AttributeConverter<@Nullable Benefit, @Nullable String> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Benefit benefit) {
        try {
            return benefit == null ? null : JSON.writerFor(Benefit.class).writeValueAsString(benefit);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    @Override
    public @Nullable Benefit convertToEntityAttribute(@Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, Benefit.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored benefit cannot be read", unreadable);
        }
    }
}
