package io.clientele.accountplan.document;

import io.clientele.accountplan.opportunity.CriticalPath;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a bid depends on, over time (a Gantt chart), with the day the request for proposal is expected. */
final class TimeChart {

    private static final int WIDTH = 500;
    private static final int LABEL = 180;
    private static final int BAR = 300;
    private static final int ROW = 20;

    private TimeChart() {}

    /**
     * The chart of one opportunity.
     *
     * @param titles of the prerequisites
     * @param met those in place
     */
    static String of(
            String opportunity,
            CriticalPath path,
            Map<UUID, String> titles,
            List<UUID> met,
            LocalDate today,
            @Nullable LocalDate deadline) {
        LocalDate end = deadline != null && deadline.isAfter(path.readyOn()) ? deadline : path.readyOn();
        double days = Math.max(ChronoUnit.DAYS.between(today, end), 1) * 1.05;
        Svg svg = new Svg(WIDTH, ROW * path.steps().size() + 36);
        StringBuilder words = new StringBuilder();
        int y = 14;
        for (CriticalPath.Step step : path.steps()) {
            boolean done = met.contains(step.id());
            boolean critical = path.path().contains(step.id());
            String title = titles.getOrDefault(step.id(), "");
            double from = x(today, step.startsOn(), days);
            double to = x(today, step.endsOn(), days);
            svg.text(0, y + 10, Svg.shortened(title, 34), 9, Svg.INK);
            if (done) {
                svg.text(LABEL + 4, y + 10, "in place", 9, Svg.GREEN);
            } else {
                svg.rect(from, y + 1, Math.max(to - from, 2), 11, critical ? Svg.BLUE : Svg.PALE);
            }
            words.append(title)
                    .append(done ? ": in place. " : ": from " + step.startsOn() + " to " + step.endsOn())
                    .append(done ? "" : critical ? ", on the critical path. " : ". ");
            y += ROW;
        }
        svg.line(LABEL, 10, LABEL, y, Svg.GREY, 0.6).text(LABEL, 8, "today", 8, Svg.GREY);
        if (deadline != null && !deadline.isBefore(today)) {
            double at = x(today, deadline, days);
            svg.line(at, 10, at, y, Svg.RED, 1.2).textTo(at + 16, 8, "RFP " + deadline, 8, Svg.RED);
        }
        boolean ready = path.path().isEmpty();
        String outcome = ready ? "Everything is in place" : "Ready " + path.readyOn() + slack(path);
        svg.text(LABEL, y + 14, outcome, 9, !ready && path.isLate() ? Svg.RED : Svg.INK);
        words.append(outcome).append('.');
        return svg.draw("Critical path: " + opportunity, words.toString());
    }

    private static String slack(CriticalPath path) {
        Integer days = path.slackDays();
        if (days == null) {
            return "";
        }
        return days < 0 ? ", " + -days + " days late" : ", " + days + " days of slack";
    }

    private static double x(LocalDate today, LocalDate day, double days) {
        return LABEL + ChronoUnit.DAYS.between(today, day) / days * BAR;
    }
}
