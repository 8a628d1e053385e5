package io.clientele.accountplan.contribution;

import io.clientele.accountplan.plan.AccountPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Lets a specialist outside the client's book see the client while a contribution is wanted from them: from the request
 * until they decline or the plan is archived.
 */
@ApplicationScoped
public class SpecialistAccess {

    private final EntityManager entities;

    SpecialistAccess(EntityManager entities) {
        this.entities = entities;
    }

    void grant(AccountPlan plan, Contribution contribution) {
        entities.createNativeQuery(
                        "insert into client_access (client_id, user_id, reason) values (:client, :specialist, :reason)")
                .setParameter("client", plan.clientId())
                .setParameter("specialist", contribution.specialist())
                .setParameter("reason", reason(contribution))
                .executeUpdate();
    }

    /** From here on, the rest of a transaction of the specialist may see nothing of the client: call it last. */
    void end(Contribution contribution) {
        entities.createNativeQuery("delete from client_access where user_id = :specialist and reason = :reason")
                .setParameter("specialist", contribution.specialist())
                .setParameter("reason", reason(contribution))
                .executeUpdate();
    }

    /** Ends what contributions to the plan opened. */
    public void endAll(AccountPlan plan) {
        entities.createNativeQuery("""
                        delete from client_access a using contribution c
                        where c.plan_id = :plan and a.user_id = c.specialist and a.reason = 'contribution ' || c.id""").setParameter("plan", plan.id()).executeUpdate();
    }

    private static String reason(Contribution contribution) {
        return "contribution " + contribution.id();
    }
}
