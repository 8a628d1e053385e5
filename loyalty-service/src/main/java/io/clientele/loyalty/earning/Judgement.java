package io.clientele.loyalty.earning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.loyalty.ledger.Credited;
import io.clientele.loyalty.ledger.Earning;
import io.clientele.loyalty.programme.RunningProgramme;
import io.clientele.loyalty.rules.Activity;
import io.clientele.loyalty.rules.Cap;
import io.clientele.loyalty.rules.EarningRule;
import io.clientele.loyalty.rules.MemberThen;
import io.clientele.loyalty.rules.Terms;
import io.clientele.loyalty.rules.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an activity earns a member by the rules of its own time, and why. Kept with what was earned.
 *
 * @param programmeVersion version in force at the activity's time; null when there was none
 * @param obstacle why nothing could be earned, whatever the rules say; null when there was no such reason
 * @param rules what each rule said, in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What an activity earns a member by the rules of its own time, and why.")
public record Judgement(
        @Schema(description = "Version of the programme in force at the activity's time.", examples = "1") @Nullable
        Integer programmeVersion,

        @Schema(
                description = "Why nothing can be earned, whatever the rules say; absent when there is no such reason.",
                examples = "the activity happened before the member joined")
        @Nullable
        String obstacle,

        @Schema(description = "What each rule said, in their order.")
        List<Verdict> rules) {

    public Judgement {
        rules = List.copyOf(rules);
    }

    static Judgement of(RunningProgramme programme, Membership member, MemberThen then, Activity activity) {
        Optional<RunningProgramme.Effective> version = programme.inForceAt(activity.occurredAt());
        if (version.isEmpty()) {
            return new Judgement(null, "no version of the programme was in force", List.of());
        }
        int number = version.get().number();
        if (!programme.earnsAt(activity.occurredAt())) {
            return new Judgement(number, "the programme was not active", List.of());
        }
        return new Judgement(
                number,
                member.obstacleAt(activity.occurredAt()),
                version.get().terms().judge(activity, then, programme.zone()));
    }

    /** Whether points are granted. */
    public boolean earns() {
        return obstacle == null && rules.stream().anyMatch(Verdict::applied);
    }

    /**
     * What is to be credited; none when nothing is earned.
     *
     * @param terms of the version that judged
     */
    List<Earning.Grant> grants(Terms terms, RunningProgramme programme, UUID member, Instant time) {
        if (obstacle != null) {
            return List.of();
        }
        return rules.stream()
                .filter(Verdict::applied)
                .map(verdict -> grant(verdict, terms, programme, member, time))
                .toList();
    }

    private static Earning.Grant grant(
            Verdict verdict, Terms terms, RunningProgramme programme, UUID member, Instant time) {
        Duration coolDown =
                terms.rule(verdict.rule()).map(EarningRule::coolDown).orElse(null);
        return new Earning.Grant(
                verdict.currency(),
                verdict.rule(),
                verdict.granted(),
                verdict.expiresAt(),
                verdict.pending(),
                verdict.activatesAt(),
                terms.countingCaps(verdict.rule()).stream()
                        .map(cap -> room(cap, programme, member, time))
                        .toList(),
                verdict.slides(),
                coolDown == null ? null : time.minus(coolDown),
                coolDown == null ? null : time.plus(coolDown));
    }

    private static Earning.CapRoom room(Cap cap, RunningProgramme programme, UUID member, Instant time) {
        return new Earning.CapRoom(
                cap.key(),
                cap.scope() == Cap.Scope.MEMBER ? member : programme.id(),
                cap.periodStart(time, programme.zone()),
                cap.periodEnd(time, programme.zone()),
                cap.points());
    }

    /** With what caps left of what was wished. */
    Judgement limitedBy(List<Credited> credited) {
        return new Judgement(
                programmeVersion,
                obstacle,
                rules.stream()
                        .map(verdict -> credited.stream()
                                .filter(credit -> credit.limitedBy() != null
                                        && credit.rule().equals(verdict.rule()))
                                .findFirst()
                                .map(credit -> verdict.limited(credit.points(), String.valueOf(credit.limitedBy())))
                                .orElse(verdict))
                        .toList());
    }
}
