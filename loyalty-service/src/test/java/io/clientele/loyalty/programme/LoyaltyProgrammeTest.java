package io.clientele.loyalty.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.loyalty.rules.Participation;
import io.clientele.loyalty.rules.PointsCurrency;
import io.clientele.loyalty.rules.Terms;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LoyaltyProgrammeTest {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final Instant MONDAY = Instant.parse("1994-04-04T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("1994-04-05T10:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("1994-04-06T10:00:00Z");
    private static final Caller OLGA = new Caller("olga", Set.of(), Set.of(), null);
    private static final Caller OTTO = new Caller("otto", Set.of(), Set.of(), null);
    private static final Caller ADAM = new Caller("adam", Set.of(), Set.of(), null);

    private static Terms terms(String version) {
        return new Terms(version, List.of(new PointsCurrency("POINTS", "Points")), List.of());
    }

    private static LoyaltyProgramme promising(int noticeDays) {
        LoyaltyProgramme programme = new LoyaltyProgramme("Rewards", PRAGUE, OLGA, MONDAY);
        Participation notice = new Participation(null, null, null, null, null, noticeDays);
        programme.revise(
                "Rewards",
                PRAGUE,
                new Terms(
                        "1",
                        List.of(new PointsCurrency("POINTS", "Points")),
                        List.of(),
                        null,
                        null,
                        null,
                        notice,
                        null,
                        null,
                        null),
                OLGA,
                MONDAY);
        programme.submit(OLGA, MONDAY);
        programme.approve(ADAM, null, null, MONDAY);
        return programme;
    }

    private static LoyaltyProgramme draft() {
        LoyaltyProgramme programme = new LoyaltyProgramme("Rewards", PRAGUE, OLGA, MONDAY);
        programme.revise("Rewards", PRAGUE, terms("1"), OLGA, MONDAY);
        return programme;
    }

    private static LoyaltyProgramme active() {
        LoyaltyProgramme programme = draft();
        programme.submit(OLGA, MONDAY);
        programme.approve(ADAM, null, null, MONDAY);
        return programme;
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(ProblemException.class)
                .satisfies(refusal ->
                        assertThat(((ProblemException) refusal).code()).isEqualTo(code));
    }

    @Test
    void opensWithItsFirstApproval() {
        LoyaltyProgramme programme = active();

        assertThat(programme.state()).isEqualTo(ProgrammeState.ACTIVE);
        assertThat(programme.inForceAt(MONDAY))
                .get()
                .extracting(ProgrammeVersion::number)
                .isEqualTo(1);
        assertThat(programme.inForceAt(MONDAY.minusMillis(1))).isEmpty();
    }

    @Test
    void announcesNewTermsAsEarlyAsItPromised() {
        LoyaltyProgramme programme = promising(30);
        programme.revise("Rewards", PRAGUE, terms("2"), OLGA, MONDAY);
        programme.submit(OLGA, MONDAY);

        assertRefused(
                "notice-too-short", () -> programme.approve(ADAM, Instant.parse("1994-05-03T21:59:59Z"), null, MONDAY));
        ProgrammeVersion approved = programme.approve(ADAM, null, null, MONDAY);

        assertThat(approved.effectiveFrom()).isEqualTo("1994-05-03T22:00:00Z");
        assertThat(programme.knowsTerms("2", MONDAY)).isTrue();
        assertThat(programme.knowsTerms("3", MONDAY)).isFalse();
    }

    @Test
    void forgetsTermsThatAreNoLongerInForce() {
        LoyaltyProgramme programme = active();
        programme.revise("Rewards", PRAGUE, terms("2"), OLGA, TUESDAY);
        programme.submit(OLGA, TUESDAY);
        programme.approve(ADAM, null, null, TUESDAY);

        assertThat(programme.knowsTerms("1", WEDNESDAY)).isFalse();
    }

    @Test
    void letsMembersSpendToTheEndOfItsLastDay() {
        LoyaltyProgramme programme = active();

        programme.windDown(ADAM, LocalDate.of(1994, 4, 10), "replaced", TUESDAY);

        assertRefused("programme-not-active", programme::requireActive);
        programme.requireSpending(Instant.parse("1994-04-10T21:59:59.999Z"));
        assertRefused("programme-not-active", () -> programme.requireSpending(Instant.parse("1994-04-10T22:00:00Z")));
    }

    @Test
    void windsDownAsEarlyAsItPromisedAndOnlyEverLater() {
        LoyaltyProgramme programme = promising(30);

        assertRefused("notice-too-short", () -> programme.windDown(ADAM, LocalDate.of(1994, 5, 3), "replaced", MONDAY));
        programme.windDown(ADAM, LocalDate.of(1994, 5, 4), "replaced", MONDAY);
        assertRefused("notice-too-short", () -> programme.windDown(ADAM, LocalDate.of(1994, 5, 3), "sooner", MONDAY));
        programme.windDown(ADAM, LocalDate.of(1994, 6, 30), "more time", MONDAY);

        assertThat(programme.spendUntil()).isEqualTo("1994-06-30");
    }

    @Test
    void earnsNothingAnyMoreOnceItIsClosed() {
        LoyaltyProgramme programme = active();
        programme.windDown(ADAM, LocalDate.of(1994, 4, 5), "replaced", TUESDAY);
        assertThat(RunningProgramme.of(programme).earnsAt(MONDAY)).isTrue();
        assertThat(RunningProgramme.of(programme).earnsAt(TUESDAY)).isFalse();

        programme.close(ADAM, WEDNESDAY);

        assertThat(RunningProgramme.of(programme).earnsAt(MONDAY)).isFalse();
        assertThat(programme.stateChanges().getLast().since()).isEqualTo("1994-04-05T22:00:00Z");
        assertRefused("programme-closed", programme::requireNotClosed);
        assertRefused("programme-not-active", () -> programme.suspend(ADAM, "late", WEDNESDAY));
    }

    @Test
    void isNotApprovedByAnyOfItsMakers() {
        LoyaltyProgramme programme = draft();
        programme.revise("Rewards", PRAGUE, terms("2"), ADAM, MONDAY);
        programme.submit(OTTO, MONDAY);

        assertRefused("four-eyes", () -> programme.approve(OLGA, null, null, MONDAY));
        assertRefused("four-eyes", () -> programme.approve(ADAM, null, null, MONDAY));
        assertRefused("four-eyes", () -> programme.approve(OTTO, null, null, MONDAY));
    }

    @Test
    void keepsWhatIsInForceUntilTheNextVersionTakesEffect() {
        LoyaltyProgramme programme = active();
        programme.revise("Rewards", PRAGUE, terms("2"), OLGA, TUESDAY);
        programme.submit(OLGA, TUESDAY);
        programme.approve(ADAM, WEDNESDAY, null, TUESDAY);

        assertThat(programme.inForceAt(WEDNESDAY.minusMillis(1)))
                .get()
                .extracting(ProgrammeVersion::number)
                .isEqualTo(1);
        assertThat(programme.inForceAt(WEDNESDAY))
                .get()
                .extracting(ProgrammeVersion::number)
                .isEqualTo(2);
    }

    @Test
    void refusesAVersionThatTakesEffectInThePast() {
        LoyaltyProgramme programme = draft();
        programme.submit(OLGA, TUESDAY);

        assertRefused("effective-too-early", () -> programme.approve(ADAM, MONDAY, null, TUESDAY));
    }

    @Test
    void refusesAVersionThatTakesEffectBeforeTheOneApprovedLast() {
        LoyaltyProgramme programme = draft();
        programme.submit(OLGA, MONDAY);
        programme.approve(ADAM, WEDNESDAY, null, MONDAY);
        programme.revise("Rewards", PRAGUE, terms("2"), OLGA, MONDAY);
        programme.submit(OLGA, MONDAY);

        assertRefused("effective-too-early", () -> programme.approve(ADAM, TUESDAY, null, MONDAY));
        assertRefused("effective-too-early", () -> programme.approve(ADAM, WEDNESDAY, null, MONDAY));
    }

    @Test
    void goesBackToItsMakersWhenRejected() {
        LoyaltyProgramme programme = draft();
        programme.submit(OLGA, MONDAY);
        programme.reject(ADAM, "too generous", MONDAY);

        assertThat(programme.state()).isEqualTo(ProgrammeState.DRAFT);
        assertThat(programme.inTheMaking())
                .get()
                .extracting(ProgrammeVersion::remark)
                .isEqualTo("too generous");
    }

    @Test
    void doesNotChangeWhileInReview() {
        LoyaltyProgramme programme = draft();
        programme.submit(OLGA, MONDAY);

        assertRefused("version-not-draft", () -> programme.revise("Rewards", PRAGUE, terms("2"), OLGA, MONDAY));
        assertRefused("version-not-draft", () -> programme.submit(OLGA, MONDAY));
    }

    @Test
    void settlesNameAndTimeZoneWithItsFirstApproval() {
        LoyaltyProgramme programme = active();

        assertRefused(
                "name-and-time-zone-settled",
                () -> programme.revise("Rewards", ZoneId.of("UTC"), terms("2"), OLGA, TUESDAY));
        assertRefused("name-and-time-zone-settled", () -> programme.revise("Bonus", PRAGUE, terms("2"), OLGA, TUESDAY));
    }

    @Test
    void announcesAVersionOnce() {
        LoyaltyProgramme programme = draft();
        programme.submit(OLGA, MONDAY);
        programme.approve(ADAM, TUESDAY, null, MONDAY);

        assertThat(programme.announceEffective(MONDAY)).isEmpty();
        assertThat(programme.announceEffective(TUESDAY)).hasSize(1);
        assertThat(programme.announceEffective(WEDNESDAY)).isEmpty();
    }

    @Test
    void earnsByTheStateOfTheTime() {
        LoyaltyProgramme programme = active();
        programme.suspend(OLGA, "an error", TUESDAY);
        programme.resume(ADAM, "corrected", WEDNESDAY);

        RunningProgramme running = RunningProgramme.of(programme);

        assertThat(running.earnsAt(MONDAY)).isTrue();
        assertThat(running.earnsAt(TUESDAY)).isFalse();
        assertThat(running.earnsAt(WEDNESDAY.minusMillis(1))).isFalse();
        assertThat(running.earnsAt(WEDNESDAY)).isTrue();
        assertThat(running.earnsAt(MONDAY.minusMillis(1))).isFalse();
    }

    @Test
    void isSuspendedOnlyWhileActive() {
        LoyaltyProgramme programme = draft();

        assertRefused("programme-not-active", () -> programme.suspend(OLGA, "why not", MONDAY));
        assertRefused("programme-not-suspended", () -> active().resume(ADAM, "why not", TUESDAY));
    }
}
