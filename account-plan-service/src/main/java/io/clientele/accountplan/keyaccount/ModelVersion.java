package io.clientele.accountplan.keyaccount;

import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.FourEyes;
import io.clientele.platform.http.Versioned;
import io.clientele.platform.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A version of a model: a draft until somebody else approves it, then in force until the next one is, and never changed. */
@Entity
@Table(name = "key_account_model_version")
public class ModelVersion implements Versioned {

    @EmbeddedId
    private VersionNumber id;

    @Version
    private long revision;

    @JdbcTypeCode(SqlTypes.JSON)
    private ModelTerms terms;

    private String[] makers;

    @Column(name = "drafted_at")
    private Instant draftedAt;

    @Nullable
    @Column(name = "approved_by")
    private String approvedBy;

    @Nullable
    @Column(name = "approved_at")
    private Instant approvedAt;

    @SuppressWarnings("NullAway.Init")
    protected ModelVersion() {}

    ModelVersion(KeyAccountModel model, int number, ModelTerms terms, Caller author, Instant now) {
        terms.check();
        this.id = new VersionNumber(model.id(), number);
        this.terms = terms;
        this.makers = new String[] {author.id()};
        this.draftedAt = now;
    }

    /**
     * Says something else.
     *
     * @throws ProblemException 409 {@code model-version-approved}, 422 for the terms
     */
    void change(ModelTerms changed, Caller author, Instant now) {
        requireDraft();
        changed.check();
        terms = changed;
        SortedSet<String> all = new TreeSet<>(makers());
        all.add(author.id());
        makers = all.toArray(String[]::new);
        draftedAt = now;
    }

    /**
     * Somebody who had no hand in it puts it in force.
     *
     * @throws ProblemException 409 {@code model-version-approved}, 403 {@code four-eyes}
     */
    void approve(Caller by, Instant now) {
        requireDraft();
        FourEyes.check(by, makers());
        approvedBy = by.id();
        approvedAt = now;
    }

    private void requireDraft() {
        if (approvedAt != null) {
            throw ProblemException.conflict(
                    "model-version-approved", "The version was approved and stays as it is: draft the next one.");
        }
    }

    /** The model. */
    public UUID modelId() {
        return id.modelId();
    }

    /** From 1, without gaps. */
    public int number() {
        return id.number();
    }

    @Override
    public long version() {
        return revision;
    }

    public ModelTerms terms() {
        return terms;
    }

    /** User ids of all who wrote it: none of them may approve it. */
    public Set<String> makers() {
        return new TreeSet<>(Arrays.asList(makers));
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public @Nullable String approvedBy() {
        return approvedBy;
    }

    /** From then on it is in force, until the next version is. */
    public @Nullable Instant approvedAt() {
        return approvedAt;
    }

    /** The path of this version. */
    public String path() {
        return KeyAccountModel.PATH + "/" + id.modelId() + "/versions/" + id.number();
    }
}
