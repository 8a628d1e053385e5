package io.clientele.analytics.activity;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Something a client did or that happened to a client; its fields are those of its type. {@link ActivityReader} makes it.
 *
 * @param sourceId the bank's own unique id
 * @param clientId the bank's own client number
 * @param data the type's fields as a JSON object in UTF-8; not to be changed
 */
@JsonDeserialize(using = ActivityReader.class)
@SuppressWarnings("ArrayRecordComponent")
public record Activity(String sourceId, String clientId, ActivityType type, Instant occurredAt, byte[] data) {

    /** The CloudEvents source of activities that this service writes to the topic. */
    public static final String OUR_SOURCE = "/client-analytics-service";

    /**
     * As it travels on the activity topic, in UTF-8.
     *
     * @param time {@code occurredAt} as text
     */
    byte[] toJson(String time) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(data.length + 200);
        json.writeBytes("{\"sourceId\":\"".getBytes(StandardCharsets.US_ASCII));
        json.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(sourceId));
        json.writeBytes(("\",\"clientId\":\"" + clientId + "\",\"type\":\"" + type.name() + "\",\"occurredAt\":\""
                        + time + "\",\"data\":")
                .getBytes(StandardCharsets.US_ASCII));
        json.writeBytes(data);
        json.write('}');
        return json.toByteArray();
    }
}
