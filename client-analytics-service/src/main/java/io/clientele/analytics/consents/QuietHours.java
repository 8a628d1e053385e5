package io.clientele.analytics.consents;

import java.time.LocalTime;

/** Hours of a day in which nobody is contacted, start included, end excluded; from evening to morning they pass midnight. */
public record QuietHours(LocalTime from, LocalTime until) {

    public QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("quiet hours end when others begin");
        }
    }

    /** Whether nobody is contacted at a time of day. */
    public boolean at(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
