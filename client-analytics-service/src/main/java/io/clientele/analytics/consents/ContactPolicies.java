package io.clientele.analytics.consents;

import io.clientele.platform.http.IfMatch;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Where the contact policy is. */
@ApplicationScoped
public class ContactPolicies implements PanacheRepositoryBase<ContactPolicy, Boolean> {

    /** The policy. */
    public ContactPolicy get() {
        return findById(true);
    }

    /** Sets the cap over all channels; null = none. */
    @Transactional
    public ContactPolicy cap(IfMatch ifMatch, @Nullable Cap cap) {
        ContactPolicy policy = get();
        ifMatch.check(policy);
        policy.cap(cap);
        flush();
        return policy;
    }
}
