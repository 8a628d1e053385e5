package io.clientele.platform.background;

import io.clientele.platform.caller.Work;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Repeats one activity on a thread of its own, as background work under the activity's name, until it is stopped. A
 * failing round is logged and tried again after a pause that grows to five seconds; nothing ends the loop but
 * {@link #stop}.
 */
public final class BackgroundLoop {

    /** One round of the activity. */
    public interface Round {

        /** Works a bounded portion; true when there may be more to do at once. */
        boolean work();
    }

    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;

    /** Milliseconds that a service has to itself to get ready; a wake-up ends them. */
    private static final long SETTLING = 1_000;

    private final String activity;
    private final Duration idle;
    private final Round round;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * @param activity names the thread, and the caller in audit and scope
     * @param idle how long to wait for {@link #wake} when a round found nothing more
     */
    public BackgroundLoop(String activity, Duration idle, Round round) {
        this.activity = activity;
        this.idle = idle;
        this.round = round;
        this.thread = Thread.ofPlatform().daemon().name(activity).unstarted(this::repeat);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** Ends the wait between two rounds; wake-ups given meanwhile are taken together. */
    public void wake() {
        wakeUps.release();
    }

    /** Lets the round in progress finish, for at most {@code patience}, and begins no other. */
    public void stop(Duration patience) {
        stopping = true;
        wake();
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(patience)) {
                LOG.warnf("activity=%s still busy at shutdown", activity);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether {@link #stop} was called: a long round may end early. */
    public boolean isStopping() {
        return stopping;
    }

    private void repeat() {
        int failures = 0;
        pause(SETTLING);
        while (!stopping) {
            try {
                boolean more = Work.of(activity).call(round::work);
                if (failures > 0) {
                    LOG.infof("activity=%s works again failures=%d", activity, failures);
                    failures = 0;
                }
                if (!more) {
                    pause(idle.toMillis());
                }
            } catch (RuntimeException failed) {
                failures++;
                report(failed, failures);
                pauseAfter(failures);
            }
        }
    }

    private void report(RuntimeException failed, int failures) {
        if (failures == 1) {
            LOG.warnf(failed, "activity=%s failed, trying again", activity);
        } else {
            LOG.debugf(failed, "activity=%s failures=%d", activity, failures);
        }
    }

    /** Waits out a failure: wake-ups do not shorten it, a stop does. */
    private void pauseAfter(int failures) {
        long millis = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(failures - 1, 10));
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis;
                left > 0 && !stopping;
                left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())) {
            pause(left);
        }
    }

    private void pause(long millis) {
        try {
            if (wakeUps.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
    }
}
