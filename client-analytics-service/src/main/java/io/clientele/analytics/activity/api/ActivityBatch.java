package io.clientele.analytics.activity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.analytics.activity.Activity;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Activities sent together, taken all or none.
 */
@Schema(name = "ActivityBatch", description = "Activities sent together, taken all or none.")
public record ActivityBatch(
        @Schema(
                required = true,
                description = "1 to 1000 activities.",
                implementation = ActivityRequest[].class,
                minItems = 1,
                maxItems = 1000)
        @NotNull
        @Size(min = 1, max = 1000, message = "holds 1 to 1000 activities")
        List<JsonNode> items) {

    /**
     * The activities, each held to its type.
     *
     * @throws ProblemException 422 with the first error of each item that is none
     */
    List<Activity> activities(ObjectMapper json) {
        List<Activity> activities = new ArrayList<>(items.size());
        List<FieldError> errors = new ArrayList<>();
        for (int place = 0; place < items.size(); place++) {
            try {
                if (items.get(place).isObject()) {
                    activities.add(json.treeToValue(items.get(place), Activity.class));
                } else {
                    errors.add(new FieldError("/items/" + place, "is an activity"));
                }
            } catch (ProblemException refused) {
                errors.addAll(at(place, refused));
            } catch (IOException none) {
                errors.add(new FieldError("/items/" + place, "is an activity"));
            }
        }
        refuse(errors);
        return activities;
    }

    /**
     * @throws ProblemException 422 when there are errors
     */
    static void refuse(Map<Integer, ProblemException> refusals) {
        List<FieldError> errors = new ArrayList<>();
        refusals.forEach((place, refusal) -> errors.addAll(at(place, refusal)));
        refuse(errors);
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.ruleViolated(
                    "activities-refused",
                    "Nothing was taken: correct or leave out the items listed and send the batch again.",
                    errors.toArray(FieldError[]::new));
        }
    }

    private static List<FieldError> at(int place, ProblemException refused) {
        return refused.errors().stream()
                .map(error -> new FieldError("/items/" + place + error.pointer(), error.detail()))
                .toList();
    }
}
