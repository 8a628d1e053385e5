package io.clientele.platform.caller;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A piece of background work: who does it and what it belongs to. Work that no HTTP request started runs inside
 * {@link #call}, or it sees nothing.
 *
 * @param caller on whose behalf
 * @param correlationId ties together everything one cause led to, across services
 * @param causationId the event that directly caused this work
 */
public record Work(
        Caller caller, String correlationId, @Nullable String causationId) {

    static final ScopedValue<Work> CURRENT = ScopedValue.newInstance();

    /** Background work under {@code activity}'s name, starting a correlation of its own. */
    public static Work of(String activity) {
        return new Work(Caller.system(activity), UUID.randomUUID().toString(), null);
    }

    /** Runs {@code task} as this work. */
    public <T extends @Nullable Object> T call(Supplier<T> task) {
        return ScopedValue.where(CURRENT, this).call(task::get);
    }

    /** Runs {@code task} as this work. */
    public void run(Runnable task) {
        ScopedValue.where(CURRENT, this).run(task);
    }
}
