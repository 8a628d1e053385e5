package io.clientele.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.platform.problem.Diagnosis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Set;

/** JSON merge patches (RFC 7396): a field that is absent stays, one that is {@code null} is removed, any other replaces. */
@ApplicationScoped
public class MergePatch {

    /** The media type of a merge patch. */
    public static final String TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * What {@code current} becomes: it is read back and checked as if the whole had been sent.
     *
     * @throws io.clientele.platform.problem.ProblemException 400 when a field is unknown or of another type
     * @throws ConstraintViolationException when the result is not valid; answered as 422 {@code invalid-field}
     */
    @SuppressWarnings("unchecked")
    public <T> T apply(T current, ObjectNode patch) {
        T patched;
        try {
            ObjectNode target = json.valueToTree(current);
            patched = (T) json.readValue(merged(target, patch).toString(), current.getClass());
        } catch (JsonProcessingException unreadable) {
            throw Diagnosis.of(unreadable);
        }
        Set<ConstraintViolation<T>> violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return patched;
    }

    /** The algorithm of RFC 7396, section 2. */
    static ObjectNode merged(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            String name = field.getKey();
            if (field.getValue().isNull()) {
                target.remove(name);
            } else if (field.getValue() instanceof ObjectNode inner) {
                ObjectNode place = target.get(name) instanceof ObjectNode object ? object : target.objectNode();
                target.set(name, merged(place, inner));
            } else {
                target.set(name, field.getValue());
            }
        }
        return target;
    }
}
