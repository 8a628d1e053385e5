package io.clientele.contracts.accountplans;

import java.util.Objects;

/**
 * A letter of the SMART check that an objective does not meet.
 *
 * @param criterion the letter
 * @param code stable code of what is missing or wrong, such as {@code baseline-missing}
 */
public record SmartFailure(SmartCriterion criterion, String code) {

    public SmartFailure {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(code, "code");
    }
}
