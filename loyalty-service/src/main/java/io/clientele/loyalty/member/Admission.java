package io.clientele.loyalty.member;

import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.rules.Participation;
import io.clientele.loyalty.sql.Sql;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom the terms in force let in: every condition they name has to hold, and the terms may have to be accepted. */
@ApplicationScoped
class Admission {

    private static final String OBSTACLE = """
            SELECT EXISTS (SELECT 1 FROM client WHERE client_id = ?) AS known, enrolment_obstacle(?, ?, ?, ?, ?) AS obstacle""";

    private final Sql sql;

    Admission(Sql sql) {
        this.sql = sql;
    }

    private record Found(boolean known, @Nullable String obstacle) {}

    /** The conditions as arguments of {@code enrolment_obstacle}. */
    record Conditions(Sql.Many segments, Sql.Many products, Sql.Many consents, boolean withoutStaff) {

        static Conditions of(Participation asked) {
            return new Conditions(
                    Sql.column("uuid", asked.segmentsAsked(), (UUID id) -> id),
                    Sql.texts(asked.productsAsked()),
                    Sql.texts(asked.consentsAsked()),
                    asked.excludesStaff());
        }
    }

    /**
     * Passes for a client who may become a member now.
     *
     * @throws ProblemException 422 {@code client-unknown}, {@code not-eligible}
     */
    void require(LoyaltyProgramme programme, String clientId, Instant now) {
        Conditions asked = Conditions.of(programme.termsAt(now).participationOrDefaults());
        Found found = sql.one(
                OBSTACLE,
                row -> new Found(row.flag("known"), row.textOrNull("obstacle")),
                clientId,
                clientId,
                asked.segments(),
                asked.products(),
                asked.consents(),
                asked.withoutStaff());
        if (!found.known()) {
            throw ProblemException.ruleViolated(
                    "client-unknown",
                    "There is no such client, or the client is not yours to see.",
                    new FieldError("/clientId", "is not known"));
        }
        if (found.obstacle() != null) {
            throw ProblemException.ruleViolated(
                    "not-eligible",
                    "The terms of the programme do not let this client in.",
                    new FieldError("/clientId", "does not meet the condition `" + found.obstacle() + "`"));
        }
    }

    /**
     * Passes when the terms named may be accepted at {@code now}, and when none are named that have to be.
     *
     * @throws ProblemException 422 {@code terms-not-accepted}, {@code terms-unknown}
     */
    static void requireAccepted(LoyaltyProgramme programme, @Nullable String accepted, Instant now) {
        if (accepted == null && programme.termsAt(now).participationOrDefaults().asksAcceptance()) {
            throw ProblemException.ruleViolated(
                    "terms-not-accepted",
                    "Members of this programme accept its terms, "
                            + programme.termsAt(now).termsVersion() + ".",
                    new FieldError("/acceptedTerms", "is needed"));
        }
        if (accepted != null && !programme.knowsTerms(accepted, now)) {
            throw ProblemException.ruleViolated(
                    "terms-unknown",
                    "These terms are neither in force nor announced; in force are "
                            + programme.termsAt(now).termsVersion() + ".",
                    new FieldError("/acceptedTerms", "is in force or announced"));
        }
    }
}
