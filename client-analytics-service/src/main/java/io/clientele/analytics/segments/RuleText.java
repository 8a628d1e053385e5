package io.clientele.analytics.segments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.analytics.segments.rules.Rule;
import io.clientele.analytics.segments.rules.RuleReader;
import jakarta.enterprise.context.ApplicationScoped;

/** Stored rules, read again. */
@ApplicationScoped
public class RuleText {

    private final ObjectMapper json;

    RuleText(ObjectMapper json) {
        this.json = json;
    }

    /** The rule of a version. */
    public Rule rule(SegmentVersion version) {
        return RuleReader.read(document(version), "/rule");
    }

    /** The rule of a version as JSON. */
    public JsonNode document(SegmentVersion version) {
        try {
            return json.readTree(version.rule());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored rule is no JSON", unreadable);
        }
    }
}
