package io.clientele.accountplan.objective;

import io.clientele.contracts.accountplans.SmartCriterion;
import java.util.List;

/** One letter of SMART: a pure rule over what an objective says. */
sealed interface Letter permits Specific, Measurable, Attainable, Realistic, Timely {

    /** Which letter. */
    SmartCriterion criterion();

    /** What is missing or wrong; empty when the letter is met. */
    List<Finding> findings(ObjectiveTerms terms, Surroundings around);
}
