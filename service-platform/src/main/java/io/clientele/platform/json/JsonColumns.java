package io.clientele.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/** How entities keep JSON in the database: as they write it on the wire, exact decimals included. */
@ApplicationScoped
@JsonFormat
@PersistenceUnitExtension
class JsonColumns implements FormatMapper {

    private final ObjectMapper json;

    JsonColumns(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        try {
            return json.readValue(text.toString(), json.constructType(type.getJavaType()));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException("a JSON column cannot be read", unreadable);
        }
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        try {
            return json.writerFor(json.constructType(type.getJavaType())).writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException("a JSON column cannot be written", unwritable);
        }
    }
}
