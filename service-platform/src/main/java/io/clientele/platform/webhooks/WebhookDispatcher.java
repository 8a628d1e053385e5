package io.clientele.platform.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.platform.background.BackgroundLoop;
import io.clientele.platform.caller.Work;
import io.clientele.platform.events.CloudEvent;
import io.clientele.platform.events.Feed;
import io.clientele.platform.events.FeedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the deliveries that are due: at least once each, those of one subscription side by side, a slow receiver holding
 * up nobody else. Receivers order by {@code sequence}, and recognise a repetition by {@code webhook-id}.
 */
@ApplicationScoped
class WebhookDispatcher {

    private static final Logger LOG = Logger.getLogger(WebhookDispatcher.class);
    private static final int GONE = 410;

    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final SubscriptionSecrets secrets;
    private final Feed feed;
    private final WebhookSender sender;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final RandomGenerator jitter = RandomGenerator.getDefault();
    private final InstantSource realTime = InstantSource.system();
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();
    private final BackgroundLoop loop;

    WebhookDispatcher(
            Deliveries deliveries,
            Subscriptions subscriptions,
            SubscriptionSecrets secrets,
            Feed feed,
            WebhookSender sender,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.feed = feed;
        this.sender = sender;
        this.json = json;
        this.metrics = metrics;
        this.loop = new BackgroundLoop("webhooks", Duration.ofMillis(500), this::round);
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    /** Lets the attempts under way end; they take 15 seconds at most. */
    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(Duration.ofSeconds(5));
        couriers.close();
    }

    private boolean round() {
        List<Deliveries.Claimed> claimed =
                QuarkusTransaction.requiringNew().call(() -> deliveries.claim(List.copyOf(busy)));
        claimed.stream()
                .collect(Collectors.groupingBy(Deliveries.Claimed::subscription))
                .forEach((subscription, batch) -> {
                    busy.add(subscription);
                    couriers.execute(() -> deliver(subscription, batch));
                });
        return false;
    }

    private void deliver(UUID subscription, List<Deliveries.Claimed> batch) {
        try (ExecutorService sideBySide = Executors.newVirtualThreadPerTaskExecutor()) {
            Load load = Work.of("webhooks").call(() -> load(subscription, batch));
            batch.forEach(claimed -> sideBySide.execute(() -> deliverOrReport(claimed, load)));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "subscription=%s deliveries wait until their claim lapses", subscription);
        } finally {
            busy.remove(subscription);
            loop.wake();
        }
    }

    private record Load(Map<UUID, FeedEvent> events, List<String> secrets) {}

    private Load load(UUID subscription, List<Deliveries.Claimed> batch) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Load(
                        feed.find(batch.stream().map(Deliveries.Claimed::event).toList()).stream()
                                .collect(Collectors.toMap(FeedEvent::id, Function.identity())),
                        secrets.active(subscription, realTime.instant()).stream()
                                .map(SubscriptionSecret::secret)
                                .toList()));
    }

    private void deliverOrReport(Deliveries.Claimed claimed, Load load) {
        try {
            deliver(claimed, load);
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "delivery=%d waits until its claim lapses", claimed.id());
        }
    }

    private void deliver(Deliveries.Claimed claimed, Load load) {
        FeedEvent event = load.events().get(claimed.event());
        if (event == null) {
            conclude(() -> deliveries.failed(claimed.id(), null, null, "the event is no longer kept"), "expired");
            return;
        }
        WebhookSender.Attempt attempt =
                sender.send(claimed.url(), claimed.event().toString(), body(event), load.secrets());
        Integer status = attempt.status();
        if (attempt.error() == null && status != null) {
            conclude(() -> deliveries.delivered(claimed.id(), status), "delivered");
        } else if (status != null && status == GONE) {
            conclude(() -> giveUp(claimed, attempt), "gone");
        } else {
            conclude(() -> retry(claimed, attempt), "failed");
        }
    }

    private void retry(Deliveries.Claimed claimed, WebhookSender.Attempt attempt) {
        Duration again = RetrySchedule.after(claimed.attempts(), attempt.retryAfter(), jitter)
                .orElse(null);
        deliveries.failed(claimed.id(), again, attempt.status(), text(attempt.error()));
    }

    /** 410: the receiver wants no more. */
    private void giveUp(Deliveries.Claimed claimed, WebhookSender.Attempt attempt) {
        deliveries.failed(claimed.id(), null, attempt.status(), text(attempt.error()));
        subscriptions
                .findByIdOptional(claimed.subscription())
                .filter(subscription -> subscription.state() == Subscription.State.ACTIVE)
                .ifPresent(subscription -> subscription.disable("the receiver answered 410 Gone"));
    }

    private void conclude(Runnable note, String outcome) {
        Work.of("webhooks").run(() -> QuarkusTransaction.requiringNew().run(note));
        metrics.counter("clientele.webhook.attempts", "outcome", outcome).increment();
    }

    private byte[] body(FeedEvent event) {
        try {
            return json.writeValueAsBytes(CloudEvent.from(event));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("event cannot be written as JSON", unwritable);
        }
    }

    private static String text(@Nullable String error) {
        return error == null ? "" : error;
    }
}
