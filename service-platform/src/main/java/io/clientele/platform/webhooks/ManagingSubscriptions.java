package io.clientele.platform.webhooks;

import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a subscriber does with subscriptions; each sees and changes the own ones only. All on real time. */
@ApplicationScoped
public class ManagingSubscriptions {

    private static final Duration OVERLAP = Duration.ofHours(24);
    private static final int MOST_SECRETS = 5;

    private final Subscriptions subscriptions;
    private final SubscriptionSecrets secrets;
    private final Deliveries deliveries;
    private final Endpoints endpoints;
    private final CurrentWork work;
    private final InstantSource realTime = InstantSource.system();

    ManagingSubscriptions(
            Subscriptions subscriptions,
            SubscriptionSecrets secrets,
            Deliveries deliveries,
            Endpoints endpoints,
            CurrentWork work) {
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.work = work;
    }

    /** Subscribes to what is published from now on, with a first secret. */
    @Transactional
    public Subscription create(Subscription.Wish wish) {
        endpoints.checked(wish.url());
        Subscription made = new Subscription(wish, owner(), realTime.instant());
        subscriptions.persistAndFlush(made);
        secrets.persist(new SubscriptionSecret(made.id(), realTime.instant()));
        deliveries.beginAtEnd(made.id());
        return made;
    }

    @Transactional
    public Subscription get(UUID id) {
        return subscriptions.get(id, owner());
    }

    /** Oldest first. */
    @Transactional
    public List<Subscription> list(@Nullable UUID after, int limit) {
        return subscriptions.list(owner(), after, limit);
    }

    @Transactional
    public Subscription change(UUID id, IfMatch ifMatch, Subscription.Wish wish) {
        Subscription subscription = get(id);
        ifMatch.check(subscription);
        endpoints.checked(wish.url());
        subscription.change(wish);
        return subscription;
    }

    /** Ends the subscription; its deliveries and secrets go with it. */
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        Subscription subscription = get(id);
        ifMatch.check(subscription);
        subscriptions.delete(subscription);
    }

    /** Delivers again, beginning with what waited since it was disabled. */
    @Transactional
    public Subscription activate(UUID id, IfMatch ifMatch) {
        Subscription subscription = get(id);
        ifMatch.check(subscription);
        subscription.activate();
        return subscription;
    }

    /** Those that sign now, newest first. */
    @Transactional
    public List<SubscriptionSecret> secrets(UUID id) {
        return secrets.active(get(id).id(), realTime.instant());
    }

    /** Adds a secret; the others sign for another day, so that the receiver can change over. */
    @Transactional
    public SubscriptionSecret rotate(UUID id) {
        Instant now = realTime.instant();
        List<SubscriptionSecret> active = secrets.active(get(id).id(), now);
        if (active.size() >= MOST_SECRETS) {
            throw ProblemException.conflict(
                    "too-many-secrets", "Five secrets sign already; wait until one of them expires.");
        }
        active.forEach(secret -> secret.expireAt(now.plus(OVERLAP)));
        SubscriptionSecret added = new SubscriptionSecret(id, now);
        secrets.persist(added);
        return added;
    }

    /** Newest first. */
    @Transactional
    public List<Delivery> deliveries(UUID id, Delivery.@Nullable State state, long before, int limit) {
        return deliveries.list(get(id).id(), state, before, limit);
    }

    /** Delivers again, from the first attempt, everything that was recorded since {@code from}; returns how much that is. */
    @Transactional
    public int replay(UUID id, Instant from) {
        if (from.isAfter(realTime.instant())) {
            throw ProblemException.ruleViolated(
                    "from-in-future", "A replay begins in the past.", new FieldError("/from", "lies in the future"));
        }
        return deliveries.replay(get(id).id(), from);
    }

    private String owner() {
        return work.caller().id();
    }
}
