package io.clientele.accountplan.plan;

import io.clientele.accountplan.clients.Book;
import io.clientele.platform.caller.Caller;
import io.clientele.platform.caller.FourEyes;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.problem.ProblemException;
import java.util.Set;

/**
 * What somebody may do with the plans of a client: the client's relationship manager and the leader of the manager's team
 * write them, the team leader decides on them, unless the draft is partly the team leader's own.
 *
 * @param caller who wants to do it
 * @param book in whose book the client is
 */
public record PlanRights(Caller caller, Book book) {

    /**
     * Passes for the relationship manager and the team leader.
     *
     * @throws ProblemException 403 {@code not-plan-writer}
     */
    public void requireWriter() {
        if (!isWriter()) {
            throw ProblemException.forbidden(
                    "not-plan-writer",
                    "The client's relationship manager and the leader of that team write the plan; others contribute.");
        }
    }

    /**
     * Passes for the team leader, on a plan that is somebody else's work.
     *
     * @throws ProblemException 403 {@code not-plan-approver} or {@code four-eyes}
     */
    public void requireApprover(AccountPlan plan) {
        requireLeader();
        Set<String> makers = plan.authors();
        makers.add(plan.owner());
        if (plan.submittedBy() != null) {
            makers.add(plan.submittedBy());
        }
        FourEyes.check(caller, makers);
    }

    /**
     * Passes for the team leader.
     *
     * @throws ProblemException 403 {@code not-plan-approver}
     */
    public void requireLeader() {
        if (!leads()) {
            throw ProblemException.forbidden(
                    "not-plan-approver", "The leader of the relationship manager's team decides on this.");
        }
    }

    /** Whether the caller is the relationship manager or the team leader. */
    public boolean isWriter() {
        return manages() || leads();
    }

    /** The relationship manager, or a deputy while covering. */
    private boolean manages() {
        return caller.has(Roles.RELATIONSHIP_MANAGER)
                && (caller.id().equals(book.manager()) || book.deputies().contains(caller.id()));
    }

    private boolean leads() {
        return book.team() != null && caller.ledTeams().contains(book.team());
    }
}
