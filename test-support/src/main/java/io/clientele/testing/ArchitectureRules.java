package io.clientele.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;

/**
 * The rules a service's code keeps. A service checks all of them with
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "io.clientele.loyalty", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private static final String[] EDGES = {"io.clientele.*.*.api..", "io.clientele.*.*.messaging.."};

    /** Dependencies point inward: HTTP and messaging know the feature they serve, never the reverse. */
    @ArchTest
    public static final ArchRule FEATURES_DO_NOT_KNOW_THEIR_EDGES = noClasses()
            .that()
            .resideOutsideOfPackages(EDGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EDGES)
            .allowEmptyShould(true)
            .because("api and messaging know the feature root, never the reverse");

    /** Features meet in one direction, through a small public type or an event. */
    @ArchTest
    public static final ArchRule FEATURES_HAVE_NO_CYCLES = slices().matching("io.clientele.*.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("features that need each other are one feature, or meet through an event");

    /** Time comes from the injected clock, so that tests and audits can travel. */
    @ArchTest
    public static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("io.clientele.platform.time..")
            .should()
            .accessTargetWhere(readsTheWallClock())
            .allowEmptyShould(true)
            .because("the business clock is injected");

    /** Dependencies are constructor parameters, kept in final fields. */
    @ArchTest
    public static final ArchRule NO_FIELD_IS_INJECTED = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(ConfigProperty.class)
            .orShould()
            .beAnnotatedWith(PersistenceContext.class)
            .orShould()
            .beAnnotatedWith(Channel.class)
            .allowEmptyShould(true)
            .because("constructor injection keeps objects legal and testable");

    /** A resource answers records made for the wire. */
    @ArchTest
    public static final ArchRule RESOURCES_DO_NOT_ANSWER_ENTITIES = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and()
            .areNotPrivate()
            .should(involveAnEntity())
            .allowEmptyShould(true)
            .because("entities never leave the service");

    /** A response does not carry an entity inside either. */
    @ArchTest
    public static final ArchRule RESPONSES_DO_NOT_HOLD_ENTITIES = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(EDGES)
            .should(holdAnEntity())
            .allowEmptyShould(true)
            .because("entities never leave the service");

    /** Logs are key-values of the one logger, and go where operations sends them. */
    @ArchTest
    public static final ArchRule NO_JAVA_UTIL_LOGGING =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.allowEmptyShould(true);

    /** Nothing is printed past the log. */
    @ArchTest
    public static final ArchRule NO_STANDARD_STREAMS =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true);

    /** Types are named for what they are in the field, not for their place in a layer. */
    @ArchTest
    public static final ArchRule NAMES_SAY_WHAT_A_TYPE_IS = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Helper|Utils?|Dto|DTO|(?<!Relationship)Manager)")
            .allowEmptyShould(true)
            .because("a name is a term of the field (house style)");

    private ArchitectureRules() {}

    private static DescribedPredicate<JavaAccess<?>> readsTheWallClock() {
        return describe("it reads the wall clock", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getName();
            boolean ownClock = owner.equals("java.time.Clock")
                    && name.startsWith("system")
                    && !access.getOriginOwner().getPackageName().startsWith("io.clientele.platform");
            return ownClock
                    || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                    || owner.startsWith("java.time.") && name.equals("now") && !takesAClock(access);
        });
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static ArchCondition<JavaMethod> involveAnEntity() {
        return condition(
                "take or answer an entity",
                method -> isOrHoldsAnEntity(method.getReturnType())
                        || method.getParameterTypes().stream().anyMatch(ArchitectureRules::isOrHoldsAnEntity));
    }

    private static ArchCondition<JavaField> holdAnEntity() {
        return condition("hold an entity", field -> isOrHoldsAnEntity(field.getType()));
    }

    private static boolean isOrHoldsAnEntity(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(raw -> raw.isAnnotatedWith(Entity.class));
    }

    private static <T extends HasDescription & HasSourceCodeLocation> ArchCondition<T> condition(
            String words, Predicate<T> holds) {
        return new ArchCondition<>(words) {
            @Override
            public void check(T item, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        item,
                        holds.test(item),
                        item.getDescription() + " does " + words + " in " + item.getSourceCodeLocation()));
            }
        };
    }
}
