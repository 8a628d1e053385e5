package io.clientele.accountplan.objective;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Set;

/** What the SMART check is strict about. */
@ConfigMapping(prefix = "clientele.smart")
public interface SmartSettings {

    /** How many times the growth so far a target may ask for without a waiver; at least 0. */
    @WithDefault("2.0")
    BigDecimal growthMultiple();

    /** Words, in lower case, that promise nothing measurable and are refused in a statement. */
    @WithDefault(
            "improve,improving,enhance,enhancing,optimise,optimize,optimising,optimizing,strengthen,strengthening,support,"
                    + "supporting,explore,exploring,leverage,leveraging,foster,fostering,facilitate,facilitating,promote,"
                    + "promoting,try,trying,help,helping,maximise,maximize,encourage,encouraging,deepen,deepening")
    Set<String> vagueVerbs();
}
