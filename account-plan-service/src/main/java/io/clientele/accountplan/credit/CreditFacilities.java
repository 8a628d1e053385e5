package io.clientele.accountplan.credit;

import io.clientele.contracts.accountplans.ExposureLimitExcess;
import io.clientele.contracts.inbound.CreditPosition;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import io.clientele.platform.http.PageRequest.Seek;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The credit facilities of the clients the caller may see. */
@ApplicationScoped
public class CreditFacilities implements PanacheRepositoryBase<CreditFacility, String> {

    private final Events events;
    private final CurrentWork work;
    private final Clock clock;

    CreditFacilities(Events events, CurrentWork work, Clock clock) {
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Takes a position; an older one than is held changes nothing. Publishes {@code exposure.limit-excess} when the
     * facility goes over its limit.
     *
     * @throws ProblemException 422 {@code credit-position-invalid}, 409 {@code facility-of-another-client}
     */
    @Transactional
    public CreditFacility record(CreditPosition position) {
        PositionCheck.check(position);
        CreditFacility facility = find("facilityId", position.facilityId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
        if (facility != null) {
            requireSameClient(facility, position);
        }
        boolean was = facility != null && facility.inExcess();
        if (facility == null) {
            facility = new CreditFacility(position);
            persist(facility);
        } else if (position.asOf().isBefore(facility.asOf())) {
            return facility;
        } else {
            facility.write(position);
        }
        if (facility.inExcess() && !was) {
            events.publish(new ExposureLimitExcess(
                    position.clientId(),
                    position.facilityId(),
                    position.limit(),
                    position.drawn(),
                    position.drawn().minus(position.limit()),
                    clock.instant(),
                    work.caller().id(),
                    facility.path()));
        }
        return facility;
    }

    /**
     * Whether taking a position would change nothing: a newer one is held, or the same.
     *
     * @throws ProblemException 422 {@code credit-position-invalid}, 409 {@code facility-of-another-client}
     */
    public boolean knows(CreditPosition position) {
        PositionCheck.check(position);
        CreditFacility known = findById(position.facilityId());
        if (known == null) {
            return false;
        }
        requireSameClient(known, position);
        return position.asOf().isBefore(known.asOf()) || position.equals(known.position());
    }

    private static void requireSameClient(CreditFacility known, CreditPosition position) {
        if (!known.clientId().equals(position.clientId())) {
            throw ProblemException.conflict(
                    "facility-of-another-client", "The facility number belongs to another client.");
        }
    }

    /**
     * One facility of a client.
     *
     * @throws ProblemException 404
     */
    public CreditFacility get(String clientId, String facilityId) {
        return find("clientId = ?1 and facilityId = ?2", clientId, facilityId)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** The last rating of a facility that was other than the present one; null for none. */
    public @Nullable String formerRating(CreditFacility facility) {
        return (String) getEntityManager()
                .createNativeQuery("""
                        select content -> 'position' ->> 'rating' from former_fact
                        where fact = 'credit_facility' and client_id = :client and content ->> 'facility_id' = :facility
                          and content -> 'position' ->> 'rating' <> :rating order by id desc""", String.class)
                .setParameter("client", facility.clientId())
                .setParameter("facility", facility.facilityId())
                .setParameter("rating", String.valueOf(facility.position().rating()))
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** The positions of all facilities of some clients, by facility number. */
    public List<CreditPosition> of(Collection<String> clientIds) {
        return list("clientId in ?1 order by facilityId", clientIds).stream()
                .map(CreditFacility::position)
                .toList();
    }

    /** A page of a client's facilities, by facility number. */
    public List<CreditFacility> page(String clientId, Seek seek) {
        return find(
                        "clientId = ?1 and facilityId > ?2 order by facilityId",
                        clientId,
                        seek.after() == null ? "" : seek.after())
                .range(0, seek.fetch() - 1)
                .list();
    }
}
