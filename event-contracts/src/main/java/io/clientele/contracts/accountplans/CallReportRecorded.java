package io.clientele.contracts.accountplans;

import io.clientele.contracts.DomainEvent;
import io.clientele.contracts.Event;
import io.clientele.contracts.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A conversation with a client was recorded; what was said stays in the service.
 *
 * @param clientId the bank's own client number
 * @param callReportId id of the call report
 * @param heldOn day of the conversation
 * @param contactIds contacts of the client who took part
 * @param nextActionOwner user id of who has the next action
 * @param nextActionDueOn day the next action is wanted by
 * @param occurredAt when it happened, business time
 * @param actor user id of the caller, or the name of the service that acted by itself
 * @param link path of the call report
 */
@Event(
        type = "io.clientele.account-plans.call-report.recorded.v1",
        topic = Topics.ACCOUNT_PLANS,
        summary = "A conversation with a client was recorded.")
public record CallReportRecorded(
        String clientId,
        UUID callReportId,
        LocalDate heldOn,
        List<UUID> contactIds,
        String nextActionOwner,
        LocalDate nextActionDueOn,
        Instant occurredAt,
        String actor,
        String link)
        implements DomainEvent {

    public CallReportRecorded {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(callReportId, "callReportId");
        Objects.requireNonNull(heldOn, "heldOn");
        Objects.requireNonNull(contactIds, "contactIds");
        Objects.requireNonNull(nextActionOwner, "nextActionOwner");
        Objects.requireNonNull(nextActionDueOn, "nextActionDueOn");
        Objects.requireNonNull(occurredAt, "occurredAt");
        contactIds = List.copyOf(contactIds);
    }

    @Override
    public String subject() {
        return clientId;
    }

    @Override
    public String concernedClient() {
        return clientId;
    }
}
