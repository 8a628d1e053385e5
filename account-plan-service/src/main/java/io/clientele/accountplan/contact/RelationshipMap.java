package io.clientele.accountplan.contact;

import java.util.List;

/**
 * The people of a client, who has influence on whom, and how we stand with those who count.
 *
 * @param people every contact
 */
public record RelationshipMap(RelationshipVerdict verdict, List<Contact> people) {

    /** The map of these people. */
    public static RelationshipMap of(List<Contact> people) {
        return new RelationshipMap(
                RelationshipVerdict.of(people.stream()
                        .map(Contact::terms)
                        .map(terms -> new RelationshipVerdict.Player(terms.decisionRole(), terms.disposition()))
                        .toList()),
                List.copyOf(people));
    }
}
