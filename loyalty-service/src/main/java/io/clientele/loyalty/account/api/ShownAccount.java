package io.clientele.loyalty.account.api;

import io.clientele.loyalty.member.Member;
import io.clientele.loyalty.member.Members;
import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds whose points in which currency a request is about. */
@ApplicationScoped
class ShownAccount {

    private final Programmes programmes;
    private final Members members;
    private final Clock clock;

    ShownAccount(Programmes programmes, Members members, Clock clock) {
        this.programmes = programmes;
        this.members = members;
        this.clock = clock;
    }

    /** A member, the programme's name, one currency, and the time zone of its business days. */
    record Account(UUID memberId, String clientId, String programme, String currency, ZoneId zone) {}

    /**
     * The account asked for; in the programme's main currency when none is named.
     *
     * @throws ProblemException 404 for a member that is not there or not in scope, 400 {@code currency-unknown}
     */
    Account find(UUID programmeId, UUID memberId, @Nullable String currency) {
        Member member = members.get(programmeId, memberId);
        LoyaltyProgramme programme = programmes.get(programmeId);
        String code = currency == null ? programme.mainCurrency(clock.instant()) : currency;
        boolean known = programme.versions().stream()
                .anyMatch(version -> version.terms().currencyCodes().contains(code));
        if (!known) {
            throw ProblemException.malformed(
                    "currency-unknown",
                    "The programme has no such currency of points.",
                    new FieldError("query:currency", "is a currency of the programme"));
        }
        return new Account(member.id(), member.clientId(), programme.name(), code, programme.timeZone());
    }
}
