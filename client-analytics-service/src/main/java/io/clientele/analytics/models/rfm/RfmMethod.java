package io.clientele.analytics.models.rfm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.analytics.models.InvalidModel;
import io.clientele.analytics.models.ModelKind;
import io.clientele.analytics.models.ModelMethod;
import io.clientele.analytics.models.rfm.RfmDefinition.NamedSegment;
import io.clientele.analytics.segments.MeasuringClients;
import io.clientele.analytics.segments.evaluation.Activity;
import io.clientele.analytics.segments.evaluation.Verdict;
import io.clientele.analytics.segments.rules.InvalidRule;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleReader;
import io.clientele.platform.problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Scores clients by recency, frequency and monetary value. Clients without activity are left out. */
@ApplicationScoped
class RfmMethod implements ModelMethod {

    /** The segment of those whom no named one takes. */
    static final String OTHERS = "Others";

    private final MeasuringClients measuring;
    private final ObjectMapper json;

    RfmMethod(MeasuringClients measuring, ObjectMapper json) {
        this.measuring = measuring;
        this.json = json;
    }

    @Override
    public ModelKind kind() {
        return ModelKind.RFM;
    }

    @Override
    public void check(JsonNode definition) {
        RfmDefinition rfm = read(definition);
        try {
            measuring.check(spending(rfm));
        } catch (InvalidRule refused) {
            throw InvalidModel.of(refused, "/rule/events", "/activity");
        }
        List<FieldError> findings = new ArrayList<>();
        for (int i = 0; i < rfm.segments().size(); i++) {
            NamedSegment segment = rfm.segments().get(i);
            checkRange(segment.recency(), rfm.bins(), "/segments/" + i + "/recency", findings);
            checkRange(segment.frequency(), rfm.bins(), "/segments/" + i + "/frequency", findings);
            checkRange(segment.monetary(), rfm.bins(), "/segments/" + i + "/monetary", findings);
        }
        if (!findings.isEmpty()) {
            throw new InvalidModel(findings);
        }
    }

    private static void checkRange(
            RfmDefinition.ScoreRange range, int bins, String pointer, List<FieldError> findings) {
        if (range.from() > range.to() || range.to() > bins) {
            findings.add(new FieldError(pointer, "is a range within 1 to " + bins + ", the lowest first"));
        }
    }

    @Override
    public Scored run(JsonNode definition, Instant asOf, @Nullable JsonNode former) {
        RfmDefinition rfm = read(definition);
        Map<String, Spending> all = new TreeMap<>();
        long[] leftOut = new long[1];
        @Nullable String[] error = new String[1];
        LocalDate day = LocalDate.ofInstant(asOf, measuring.zone());
        measuring.judgeAll(spending(rfm), asOf, (client, verdict) -> {
            Spending spending = spending(verdict, day, measuring.zone());
            if (spending == null) {
                leftOut[0]++;
                error[0] = error[0] == null ? verdict.error() : error[0];
            } else {
                all.put(client, spending);
            }
        });
        return scored(rfm, all, leftOut[0], error[0]);
    }

    private Scored scored(RfmDefinition rfm, Map<String, Spending> all, long leftOut, @Nullable String error) {
        ObjectNode figures = json.createObjectNode();
        Map<String, JsonNode> byClient = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        rfm.segments().forEach(segment -> counts.put(segment.name(), 0));
        if (!all.isEmpty()) {
            RfmScoring scoring = new RfmScoring(all.values(), rfm.bins());
            all.forEach((client, spending) -> {
                Score score = scoring.score(spending);
                String segment = segment(rfm, score);
                counts.merge(segment, 1, Integer::sum);
                byClient.put(client, shown(segment, score, spending));
            });
            ObjectNode cuts = figures.putObject("cutPoints");
            write(cuts.putArray("recencyDays"), scoring.recencyCuts());
            write(cuts.putArray("frequency"), scoring.frequencyCuts());
            write(cuts.putArray("monetary"), scoring.monetaryCuts());
        }
        ObjectNode segments = figures.putObject("segments");
        counts.forEach(segments::put);
        return new Scored(byClient, leftOut, error, figures);
    }

    static String segment(RfmDefinition rfm, Score score) {
        return rfm.segments().stream()
                .filter(segment -> segment.holds(score))
                .map(NamedSegment::name)
                .findFirst()
                .orElse(OTHERS);
    }

    private ObjectNode shown(String segment, Score score, Spending spending) {
        return json.createObjectNode()
                .put("segment", segment)
                .put("r", score.recency())
                .put("f", score.frequency())
                .put("m", score.monetary())
                .put("recencyDays", spending.recencyDays())
                .put("frequency", spending.frequency())
                .put("monetary", spending.monetary().toPlainString());
    }

    private static void write(ArrayNode array, List<BigDecimal> cuts) {
        cuts.forEach(cut -> array.add(cut.stripTrailingZeros().toPlainString()));
    }

    private static @Nullable Spending spending(Verdict.OfEvents verdict, LocalDate day, ZoneId zone) {
        List<Activity> used = verdict.used();
        if (used.isEmpty() || verdict.measured() == null) {
            return null;
        }
        LocalDate latest = LocalDate.ofInstant(used.getLast().occurredAt(), zone);
        return new Spending(ChronoUnit.DAYS.between(latest, day), used.size(), verdict.measured());
    }

    /** The activity as a rule that sums it. */
    private Rule.Events spending(RfmDefinition rfm) {
        ObjectNode rule = json.createObjectNode();
        if (rfm.activity().isObject()) {
            ObjectNode events = rfm.activity().deepCopy();
            rule.set("events", events.put("agg", "sum").put("gte", "0"));
        } else {
            rule.set("events", rfm.activity());
        }
        try {
            return (Rule.Events) RuleReader.read(rule, "");
        } catch (InvalidRule refused) {
            throw InvalidModel.of(refused, "/events", "/activity");
        }
    }

    private RfmDefinition read(JsonNode definition) {
        try {
            return json.treeToValue(definition, RfmDefinition.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored definition is none of RFM", unreadable);
        }
    }
}
