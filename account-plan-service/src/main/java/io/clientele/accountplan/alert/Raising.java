package io.clientele.accountplan.alert;

import io.clientele.accountplan.action.ActionStatus;
import io.clientele.accountplan.action.PlanActions;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.commitment.Commitments;
import io.clientele.accountplan.contact.Coverage;
import io.clientele.accountplan.contribution.Contributions;
import io.clientele.accountplan.credit.CreditFacilities;
import io.clientele.accountplan.credit.CreditFacility;
import io.clientele.accountplan.objective.Objective;
import io.clientele.accountplan.objective.Objectives;
import io.clientele.accountplan.opportunity.Opportunities;
import io.clientele.accountplan.opportunity.Opportunity;
import io.clientele.accountplan.plan.AccountPlan;
import io.clientele.accountplan.progress.Progress;
import io.clientele.accountplan.progress.Progresses;
import io.clientele.accountplan.returns.Returns;
import io.clientele.platform.caller.CurrentWork;
import io.clientele.platform.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds what asks for attention about the client of a plan, raises what is new and drops what is cured. */
@ApplicationScoped
public class Raising {

    private final Alerts alerts;
    private final CreditFacilities facilities;
    private final Coverage coverage;
    private final Commitments commitments;
    private final Opportunities opportunities;
    private final Objectives objectives;
    private final Progresses progresses;
    private final PlanActions actions;
    private final Contributions contributions;
    private final Returns returns;
    private final Clients clients;
    private final RatingScale ratings;
    private final CurrentWork work;
    private final Events events;
    private final Clock clock;

    Raising(
            Alerts alerts,
            CreditFacilities facilities,
            Coverage coverage,
            Commitments commitments,
            Opportunities opportunities,
            Objectives objectives,
            Progresses progresses,
            PlanActions actions,
            Contributions contributions,
            Returns returns,
            Clients clients,
            RatingScale ratings,
            CurrentWork work,
            Events events,
            Clock clock) {
        this.alerts = alerts;
        this.facilities = facilities;
        this.coverage = coverage;
        this.commitments = commitments;
        this.opportunities = opportunities;
        this.objectives = objectives;
        this.progresses = progresses;
        this.actions = actions;
        this.contributions = contributions;
        this.returns = returns;
        this.clients = clients;
        this.ratings = ratings;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /** Brings the alerts of a client in step with the live plans, and publishes what subscribers are told of. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refresh(String clientId, List<AccountPlan> live) {
        LocalDate today = LocalDate.now(clock);
        Findings found = new Findings(clientId, clock.instant(), work.caller().id());
        facilities.list("clientId = ?1", clientId).forEach(facility -> collect(facility, today, found));
        if (!live.isEmpty()) {
            coverage.of(clientId).slots().stream()
                    .filter(slot -> slot.gap() != null)
                    .forEach(slot -> found.add(
                            AlertKind.COVERAGE_GAP,
                            "/v1/clients/" + clientId + "/coverage#" + slot.country() + "-" + slot.role()));
        }
        live.forEach(plan -> collect(plan, today, found));
        collect(clientId, found);
        Map<Alert.Finding, Alert> known = alerts.list("clientId = ?1", clientId).stream()
                .collect(Collectors.toMap(Alert::finding, alert -> alert));
        found.all().forEach((finding, fact) -> {
            if (!known.containsKey(finding)) {
                alerts.persist(new Alert(clientId, finding, clock.instant()));
                fact.ifPresent(events::publish);
            }
        });
        known.forEach((finding, alert) -> {
            if (!found.all().containsKey(finding)) {
                alerts.delete(alert);
            }
        });
    }

    private void collect(CreditFacility facility, LocalDate today, Findings found) {
        for (AlertKind kind : AlertRules.of(facility.position(), today)) {
            LocalDate day = facility.position().maturesOn();
            if (AlertRules.isMaturity(kind) && day != null) {
                found.maturing(kind, facility, day, (int) ChronoUnit.DAYS.between(today, day));
            } else {
                found.add(kind, facility.path());
            }
        }
        if (ratings.isDown(facility.position(), facilities.formerRating(facility), today)) {
            found.add(AlertKind.RATING_DOWN, facility.path());
        }
    }

    private void collect(String clientId, Findings found) {
        BigDecimal raroc = returns.ofEach(List.of(clientId))
                .getOrDefault(clientId, Returns.Total.UNKNOWN)
                .ratio();
        BigDecimal hurdle = returns.settings().hurdle();
        if (raroc != null && raroc.compareTo(hurdle) < 0) {
            found.belowHurdle(raroc, hurdle);
        }
        if (AlertRules.kycIsOver(clients.get(clientId).kycStatus())) {
            found.add(AlertKind.KYC_EXPIRED, "/v1/clients/" + clientId);
        }
    }

    private void collect(AccountPlan plan, LocalDate today, Findings found) {
        if (plan.isStale()) {
            found.add(AlertKind.PLAN_STALE, plan.path());
        }
        commitments.of(plan).stream()
                .filter(commitment -> commitment.isShort())
                .forEach(each -> found.add(AlertKind.COMMITMENT_SHORT, each.path()));
        opportunities.of(plan).stream()
                .filter(Opportunity::atRisk)
                .forEach(each -> found.add(AlertKind.OPPORTUNITY_AT_RISK, each.path()));
        List<Objective> aims = objectives.of(plan);
        Map<UUID, Progress> progress = progresses.of(plan, aims);
        aims.stream()
                .filter(each -> Objects.requireNonNull(progress.get(each.id())).overdue(each.terms(), today))
                .forEach(each -> found.add(AlertKind.OBJECTIVE_OVERDUE, each.path()));
        actions.of(plan).stream()
                .filter(each -> each.status() == ActionStatus.OPEN
                        && each.terms().dueOn().isBefore(today))
                .forEach(found::overdue);
        contributions.of(plan).stream()
                .filter(each -> each.isOverdue(today))
                .forEach(each -> found.add(AlertKind.CONTRIBUTION_OVERDUE, each.path()));
    }
}
