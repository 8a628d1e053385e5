package io.clientele.analytics.consents;

import io.clientele.platform.http.IfMatch;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registry of channels. */
@ApplicationScoped
public class Channels implements PanacheRepositoryBase<Channel, String> {

    /**
     * The channel.
     *
     * @throws ProblemException 404
     */
    public Channel get(String code) {
        return findByIdOptional(code).orElseThrow(ProblemException::notFound);
    }

    /** Channels by their code. */
    public List<Channel> list(@Nullable String after, int atMost) {
        return find("code > ?1 order by code", after == null ? "" : after)
                .page(0, atMost)
                .list();
    }

    /** A channel put, and whether it was not known before. */
    public record Put(Channel channel, boolean isNew) {}

    /**
     * Registers a channel, or describes it anew.
     *
     * @param ifMatch needed for a known one
     */
    @Transactional
    public Put put(String code, IfMatch ifMatch, Channel.Description description) {
        Channel known = findById(code);
        if (known == null) {
            Channel channel = new Channel(code);
            channel.describe(description);
            persist(channel);
            return new Put(channel, true);
        }
        ifMatch.check(known);
        known.describe(description);
        flush();
        return new Put(known, false);
    }

    /**
     * Passes for a channel that is registered.
     *
     * @throws ProblemException 422 {@code channel-unknown}
     */
    void require(String code) {
        if (findById(code) == null) {
            throw ProblemException.ruleViolated(
                    "channel-unknown",
                    "There is no such channel; register it first.",
                    new FieldError("/channel", "is the code of a registered channel"));
        }
    }
}
