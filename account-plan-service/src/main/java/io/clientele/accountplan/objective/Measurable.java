package io.clientele.accountplan.objective;

import io.clientele.contracts.accountplans.Direction;
import io.clientele.contracts.accountplans.SmartCriterion;
import java.util.ArrayList;
import java.util.List;

/** <b>M</b>easurable: a unit, a dated baseline, a target away from it in a stated direction, and where the data comes from. */
final class Measurable implements Letter {

    @Override
    public SmartCriterion criterion() {
        return SmartCriterion.MEASURABLE;
    }

    @Override
    public List<Finding> findings(ObjectiveTerms terms, Surroundings around) {
        List<Finding> findings = new ArrayList<>();
        if (terms.unit() == null) {
            findings.add(new Finding("unit-missing", "/unit", "Give the unit of baseline and target."));
        }
        Measurement baseline = terms.baseline();
        if (baseline == null) {
            findings.add(new Finding("baseline-missing", "/baseline", "Give the measured value it starts from."));
        } else if (baseline.on() == null) {
            findings.add(new Finding("baseline-undated", "/baseline/on", "Say on which day the baseline was true."));
        }
        if (terms.target() == null) {
            findings.add(new Finding("target-missing", "/target", "Give the value to reach."));
        }
        if (terms.direction() == null) {
            findings.add(new Finding("direction-missing", "/direction", "Say which way the value is to move."));
        }
        if (terms.dataSource() == null) {
            findings.add(new Finding("data-source-missing", "/dataSource", "Say where the measurements come from."));
        }
        compare(terms, findings);
        return findings;
    }

    private static void compare(ObjectiveTerms terms, List<Finding> findings) {
        if (terms.baseline() == null || terms.target() == null) {
            return;
        }
        int movement = terms.target().compareTo(terms.baseline().value());
        if (movement == 0) {
            findings.add(new Finding("target-equals-baseline", "/target", "Give a target other than the baseline."));
        } else if (terms.direction() != null && (movement > 0) != (terms.direction() == Direction.INCREASE)) {
            findings.add(new Finding(
                    "direction-contradicts-target", "/direction", "Baseline and target move the other way."));
        }
    }
}
