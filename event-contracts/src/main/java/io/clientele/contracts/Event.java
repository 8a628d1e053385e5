package io.clientele.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names an event on the wire and says what it tells a subscriber. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Event {

    /** The CloudEvents type, {@code io.clientele.<context>.<aggregate>.<fact>.v1}, fact in the past tense. */
    String type();

    /** The Kafka topic, one of {@link Topics}. */
    String topic();

    /** One sentence for the AsyncAPI document: when this is published. */
    String summary();
}
