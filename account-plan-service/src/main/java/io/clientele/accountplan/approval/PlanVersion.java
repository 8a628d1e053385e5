package io.clientele.accountplan.approval;

import io.clientele.accountplan.plan.AccountPlan;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import org.hibernate.annotations.Immutable;

/** A version of a plan as it was approved. Never changed, not even in the database. */
@Entity
@Immutable
@Table(name = "account_plan_version")
public class PlanVersion {

    @EmbeddedId
    private VersionId id;

    private String content;

    @Column(name = "content_hash")
    private byte[] contentHash;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @SuppressWarnings("NullAway.Init")
    protected PlanVersion() {}

    PlanVersion(
            VersionId id,
            String content,
            byte[] contentHash,
            String submittedBy,
            Instant submittedAt,
            String approvedBy,
            Instant approvedAt) {
        this.id = id;
        this.content = content;
        this.contentHash = contentHash.clone();
        this.submittedBy = submittedBy;
        this.submittedAt = submittedAt;
        this.approvedBy = approvedBy;
        this.approvedAt = approvedAt;
    }

    /** From 1, without gaps. */
    public int number() {
        return id.number();
    }

    /** The path of this version. */
    public String path() {
        return AccountPlan.PATH + "/" + id.planId() + "/versions/" + number();
    }

    /** The plan with all its parts, as JSON. */
    public String content() {
        return content;
    }

    /** SHA-256 of the content in UTF-8, hexadecimal. */
    public String contentHash() {
        return HexFormat.of().formatHex(contentHash);
    }

    public String submittedBy() {
        return submittedBy;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public String approvedBy() {
        return approvedBy;
    }

    public Instant approvedAt() {
        return approvedAt;
    }
}
