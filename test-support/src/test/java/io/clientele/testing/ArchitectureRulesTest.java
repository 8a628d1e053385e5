package io.clientele.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule is seen red on the class made to break it, and green on code that keeps it. */
class ArchitectureRulesTest {

    private static final JavaClasses EXEMPLARY = new ClassFileImporter().importPackages("io.clientele.exemplary");
    private static final JavaClasses VIOLATING = new ClassFileImporter().importPackages("io.clientele.violating");
    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.clientele.platform");

    /** What each rule must find. */
    private static final Map<ArchRule, List<String>> FINDINGS = Map.of(
            ArchitectureRules.FEATURES_DO_NOT_KNOW_THEIR_EDGES, List.of("KnowsItsEdge"),
            ArchitectureRules.FEATURES_HAVE_NO_CYCLES, List.of("Slice billing"),
            ArchitectureRules.TIME_COMES_FROM_THE_CLOCK,
                    List.of("Instant.now()", "LocalDate.now(", "LocalDateTime.now()", "currentTimeMillis", "systemUTC"),
            ArchitectureRules.NO_FIELD_IS_INJECTED, List.of("InjectsAField"),
            ArchitectureRules.RESOURCES_DO_NOT_ANSWER_ENTITIES, List.of("AnswersAnEntity"),
            ArchitectureRules.RESPONSES_DO_NOT_HOLD_ENTITIES, List.of("HoldsAnEntity"),
            ArchitectureRules.NO_JAVA_UTIL_LOGGING, List.of("LogsByItself"),
            ArchitectureRules.NO_STANDARD_STREAMS, List.of("Prints"),
            ArchitectureRules.NAMES_SAY_WHAT_A_TYPE_IS, List.of("OrderServiceImpl"));

    static Stream<ArchRule> rules() {
        return Arrays.stream(ArchitectureRules.class.getFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(ArchitectureRulesTest::ruleIn);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isGreenOnCodeThatKeepsIt(ArchRule rule) {
        assertThat(rule.evaluate(EXEMPLARY).getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isRedOnCodeThatBreaksItAndOnlyThere(ArchRule rule) {
        List<String> details = rule.evaluate(VIOLATING).getFailureReport().getDetails();

        assertThat(FINDINGS).containsKey(rule);
        List<String> expected = FINDINGS.getOrDefault(rule, List.of());
        assertThat(expected).allSatisfy(finding -> assertThat(details).anyMatch(found -> found.contains(finding)));
        assertThat(details).allSatisfy(found -> assertThat(expected).anyMatch(found::contains));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsInThePlatform(ArchRule rule) {
        assertThat(rule.evaluate(PLATFORM).getFailureReport().getDetails()).isEmpty();
    }

    @Test
    void readsThePlatform() {
        assertThat(PLATFORM).isNotEmpty();
    }

    private static ArchRule ruleIn(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
