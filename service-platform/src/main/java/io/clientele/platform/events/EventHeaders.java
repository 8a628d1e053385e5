package io.clientele.platform.events;

import io.clientele.platform.traces.Trace;

/**
 * Kafka headers of an event: CloudEvents 1.0, binary mode of the Kafka protocol binding, with the extensions sequence,
 * correlationid and causationid.
 */
public final class EventHeaders {

    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    /** Business time, RFC 3339. */
    public static final String TIME = "ce_time";

    public static final String DATA_SCHEMA = "ce_dataschema";
    /** Place among the events of this topic and subject: 20 digits, from 1, without gaps. */
    public static final String SEQUENCE = "ce_sequence";

    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CAUSATION_ID = "ce_causationid";
    /** W3C Trace Context of what published the event; absent where nothing was traced. */
    public static final String TRACEPARENT = Trace.HEADER;

    public static final String CONTENT_TYPE = "content-type";

    private EventHeaders() {}

    /** The form of a sequence number on the wire, which sorts as text. */
    static String sequence(long number) {
        return "%020d".formatted(number);
    }
}
