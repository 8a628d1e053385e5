-- W3C Trace Context of what published an event: the trace goes on with whoever takes it from Kafka.
ALTER TABLE outbox ADD COLUMN traceparent varchar(55);
