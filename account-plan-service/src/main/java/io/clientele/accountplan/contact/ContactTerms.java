package io.clientele.accountplan.contact;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a contact says.
 *
 * @param name name of the person; null once erased
 * @param email e-mail address; null once erased
 * @param phone telephone number; null once erased
 * @param function what the person does there
 * @param country ISO 3166-1 alpha-2
 * @param decisionRole what the person has to say in decisions
 * @param disposition how the person stands to us
 * @param owner user id of who in the bank looks after the person
 * @param influences other contacts of the client this one has influence on
 */
public record ContactTerms(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        String function,
        String country,
        DecisionRole decisionRole,
        Disposition disposition,
        String owner,
        List<UUID> influences) {

    public ContactTerms {
        influences = List.copyOf(influences);
    }

    /** The same, without what tells who it is. */
    ContactTerms withoutPerson() {
        return new ContactTerms(null, null, null, function, country, decisionRole, disposition, owner, influences);
    }
}
