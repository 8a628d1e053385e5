package io.clientele.accountplan.contact;

import io.clientele.contracts.accountplans.CallReportRecorded;
import io.clientele.platform.audit.NotAudited;
import io.clientele.platform.caller.BookFilter;
import io.clientele.platform.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What was said with a client; never changed. */
@Entity
@Immutable
@Table(name = "call_report")
@Filter(name = BookFilter.NAME, condition = BookFilter.BY_CLIENT, deduceAliasInjectionPoints = false)
public class CallReport {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(name = "client_id")
    private String clientId;

    private String purpose;

    @Column(name = "held_on")
    private LocalDate heldOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "contact_ids")
    private List<UUID> contactIds;

    @NotAudited
    private String outcome;

    @Nullable
    @Column(name = "objective_id")
    private UUID objectiveId;

    @Column(name = "next_action")
    private String nextAction;

    @Column(name = "next_owner")
    private String nextOwner;

    @Column(name = "next_due_on")
    private LocalDate nextDueOn;

    @Nullable
    @NotAudited
    @Column(name = "confidential_notes")
    private String confidentialNotes;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /**
     * What is recorded.
     *
     * @param contactIds contacts of the client who took part
     * @param nextOwner user id of who has the next action
     * @param confidentialNotes for the relationship manager, the team leader, compliance and auditors only
     */
    public record Terms(
            String purpose,
            LocalDate heldOn,
            List<UUID> contactIds,
            String outcome,
            @Nullable UUID objectiveId,
            String nextAction,
            String nextOwner,
            LocalDate nextDueOn,
            @Nullable String confidentialNotes) {

        public Terms {
            contactIds = List.copyOf(contactIds);
        }
    }

    @SuppressWarnings("NullAway.Init")
    protected CallReport() {}

    @SuppressWarnings("NullAway.Init") // the id comes with persisting
    CallReport(String clientId, Terms terms, Caller by, Instant now) {
        this.clientId = clientId;
        this.purpose = terms.purpose();
        this.heldOn = terms.heldOn();
        this.contactIds = terms.contactIds();
        this.outcome = terms.outcome();
        this.objectiveId = terms.objectiveId();
        this.nextAction = terms.nextAction();
        this.nextOwner = terms.nextOwner();
        this.nextDueOn = terms.nextDueOn();
        this.confidentialNotes = terms.confidentialNotes();
        this.recordedBy = by.id();
        this.recordedAt = now;
    }

    CallReportRecorded recorded() {
        return new CallReportRecorded(
                clientId, id, heldOn, contactIds, nextOwner, nextDueOn, recordedAt, recordedBy, path());
    }

    public UUID id() {
        return id;
    }

    public String clientId() {
        return clientId;
    }

    public Terms terms() {
        return new Terms(
                purpose, heldOn, contactIds, outcome, objectiveId, nextAction, nextOwner, nextDueOn, confidentialNotes);
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** The path of this report. */
    public String path() {
        return "/v1/clients/" + clientId + "/call-reports/" + id;
    }
}
