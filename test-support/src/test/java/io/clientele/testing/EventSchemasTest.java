package io.clientele.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.contracts.DataSchemas;
import io.clientele.contracts.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventSchemasTest {

    private static final String SUBMITTED = "io.clientele.account-plans.account-plan.submitted.v1";

    @Test
    void takesAnApprovedSample() {
        assertThat(EventSchemas.violations(submitted(sample()))).isEmpty();
    }

    @Test
    void takesFieldsItDoesNotKnow() {
        assertThat(EventSchemas.violations(SUBMITTED, sample().replaceFirst("\\{", "{\"later\": true,")))
                .isEmpty();
    }

    @Test
    void refusesAWrongTypeAndAMissingField() {
        String wrong =
                sample().replace("\"version\": 1", "\"version\": \"one\"").replace("\"actor\"", "\"who\"");

        assertThat(EventSchemas.violations(SUBMITTED, wrong)).hasSize(2);
    }

    @Test
    void refusesAWrongFormat() {
        assertThat(EventSchemas.violations(SUBMITTED, sample().replace("1994-12-31", "31.12.1994")))
                .hasSize(1);
    }

    @Test
    void refusesATypeWithoutSchema() {
        assertThat(EventSchemas.violations("io.clientele.made.up.done.v1", "{}"))
                .containsExactly("no schema of the type 'io.clientele.made.up.done.v1'");
    }

    @Test
    void refusesHeadersThatBreakTheConventions() {
        Map<String, String> headers = new HashMap<>(submitted(sample()).headers());
        headers.put("ce_sequence", "7");
        headers.remove("ce_dataschema");

        assertThat(EventSchemas.violations(new Received(Topics.ACCOUNT_PLANS, 0, 0, "another", sample(), headers)))
                .hasSize(4)
                .contains("ce_sequence is '7'");
    }

    @Test
    void takesATombstoneOnTheCompactedTopicOnly() {
        assertThatThrownBy(() -> EventSchemas.assertValid(List.of(submitted(null))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("tombstones");
    }

    private static Received submitted(@Nullable String payload) {
        return new Received(
                Topics.ACCOUNT_PLANS,
                0,
                0,
                "plan",
                payload,
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "01957c7e-6a10-7c3e-9b1d-3f0c5a2e8d41",
                        "ce_source", "/account-plan-service",
                        "ce_type", SUBMITTED,
                        "ce_subject", "plan",
                        "ce_time", "1994-03-31T22:00:00Z",
                        "ce_sequence", "00000000000000000001",
                        "ce_dataschema", DataSchemas.ofType(SUBMITTED).toString(),
                        "content-type", "application/json"));
    }

    private static String sample() {
        try (InputStream file =
                Objects.requireNonNull(DataSchemas.class.getResourceAsStream("/samples/" + SUBMITTED + ".full.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
