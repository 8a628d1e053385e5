package io.clientele.accountplan.alert;

import io.clientele.accountplan.action.ActionStatus;
import io.clientele.accountplan.action.PlanActions;
import io.clientele.accountplan.clients.Clients;
import io.clientele.accountplan.commitment.Commitments;
import io.clientele.accountplan.contact.Coverage;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
    private final Returns returns;
    private final Clients clients;
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
            Returns returns,
            Clients clients,
            Clock clock) {
        this.alerts = alerts;
        this.facilities = facilities;
        this.coverage = coverage;
        this.commitments = commitments;
        this.opportunities = opportunities;
        this.objectives = objectives;
        this.progresses = progresses;
        this.actions = actions;
        this.returns = returns;
        this.clients = clients;
        this.clock = clock;
    }

    /** Brings the alerts of a client in step with the live plans. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refresh(String clientId, List<AccountPlan> live) {
        LocalDate today = LocalDate.now(clock);
        Set<Alert.Finding> found = new TreeSet<>(
                java.util.Comparator.comparing(Alert.Finding::kind).thenComparing(Alert.Finding::path));
        facilities.list("clientId = ?1", clientId).forEach(facility -> found.addAll(about(facility, today)));
        if (!live.isEmpty()) {
            coverage.of(clientId).slots().stream()
                    .filter(slot -> slot.gap() != null)
                    .forEach(slot -> found.add(new Alert.Finding(
                            AlertKind.COVERAGE_GAP,
                            "/v1/clients/" + clientId + "/coverage#" + slot.country() + "-" + slot.role())));
        }
        live.forEach(plan -> collect(plan, today, found));
        found.addAll(aboutClient(clientId));
        Map<Alert.Finding, Alert> known = alerts.list("clientId = ?1", clientId).stream()
                .collect(Collectors.toMap(Alert::finding, alert -> alert));
        found.stream()
                .filter(finding -> !known.containsKey(finding))
                .forEach(finding -> alerts.persist(new Alert(clientId, finding, clock.instant())));
        known.forEach((finding, alert) -> {
            if (!found.contains(finding)) {
                alerts.delete(alert);
            }
        });
    }

    private static List<Alert.Finding> about(CreditFacility facility, LocalDate today) {
        return AlertRules.of(facility.position(), today).stream()
                .map(kind -> new Alert.Finding(kind, facility.path()))
                .toList();
    }

    private List<Alert.Finding> aboutClient(String clientId) {
        List<Alert.Finding> found = new ArrayList<>();
        BigDecimal raroc = returns.ofEach(List.of(clientId))
                .getOrDefault(clientId, Returns.Total.UNKNOWN)
                .ratio();
        if (raroc != null && raroc.compareTo(returns.settings().hurdle()) < 0) {
            found.add(new Alert.Finding(AlertKind.BELOW_HURDLE, "/v1/clients/" + clientId + "/returns"));
        }
        if (AlertRules.kycIsOver(clients.get(clientId).kycStatus())) {
            found.add(new Alert.Finding(AlertKind.KYC_EXPIRED, "/v1/clients/" + clientId));
        }
        return found;
    }

    private void collect(AccountPlan plan, LocalDate today, Set<Alert.Finding> found) {
        if (plan.isStale()) {
            found.add(new Alert.Finding(AlertKind.PLAN_STALE, plan.path()));
        }
        commitments.of(plan).stream()
                .filter(commitment -> commitment.isShort())
                .forEach(each -> found.add(new Alert.Finding(AlertKind.COMMITMENT_SHORT, each.path())));
        opportunities.of(plan).stream()
                .filter(Opportunity::atRisk)
                .forEach(each -> found.add(new Alert.Finding(AlertKind.OPPORTUNITY_AT_RISK, each.path())));
        List<Objective> aims = objectives.of(plan);
        Map<UUID, Progress> progress = progresses.of(plan, aims);
        aims.stream()
                .filter(each -> Objects.requireNonNull(progress.get(each.id())).overdue(each.terms(), today))
                .forEach(each -> found.add(new Alert.Finding(AlertKind.OBJECTIVE_OVERDUE, each.path())));
        actions.of(plan).stream()
                .filter(each -> each.status() == ActionStatus.OPEN
                        && each.terms().dueOn().isBefore(today))
                .forEach(each -> found.add(new Alert.Finding(AlertKind.ACTION_OVERDUE, each.path())));
    }
}
