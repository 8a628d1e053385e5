package io.clientele.loyalty.account;

import io.clientele.loyalty.ledger.Holder;
import io.clientele.loyalty.member.Member;
import io.clientele.loyalty.member.Members;
import io.clientele.loyalty.programme.LoyaltyProgramme;
import io.clientele.loyalty.programme.Programmes;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.UUID;

/** Finds whose points a command is about, within the caller's scope. */
@ApplicationScoped
public class Holders {

    private final Programmes programmes;
    private final Members members;

    Holders(Programmes programmes, Members members) {
        this.programmes = programmes;
        this.members = members;
    }

    /** A member with its programme. */
    public record Found(Member member, LoyaltyProgramme programme, Holder holder) {}

    /**
     * A member as holder of points.
     *
     * @throws ProblemException 404
     */
    public Found find(UUID programmeId, UUID memberId) {
        Member member = members.get(programmeId, memberId);
        LoyaltyProgramme programme = programmes.get(programmeId);
        return new Found(
                member, programme, new Holder(member.id(), programme.id(), member.clientId(), programme.timeZone()));
    }

    /**
     * Time zone of a programme's business days.
     *
     * @throws ProblemException 404
     */
    public ZoneId zone(UUID programmeId) {
        return programmes.get(programmeId).timeZone();
    }
}
