package io.clientele.accountplan.action;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an action says.
 *
 * @param title what is to be done
 * @param owner user id of who is to do it
 * @param dueOn day it is wanted by
 * @param objectiveId the objective of the plan it serves
 */
@Embeddable
public record PlanActionTerms(
        @Column(name = "title") String title,
        @Column(name = "owner") String owner,
        @Column(name = "due_on") LocalDate dueOn,
        @Nullable @Column(name = "objective_id") UUID objectiveId) {}
