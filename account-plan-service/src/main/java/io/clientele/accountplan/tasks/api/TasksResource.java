package io.clientele.accountplan.tasks.api;

import io.clientele.accountplan.tasks.Tasks;
import io.clientele.platform.caller.Roles;
import io.clientele.platform.http.Page;
import io.clientele.platform.http.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/tasks")
@RunOnVirtualThread
@Tag(name = "Tasks", description = "What each person still has to do.")
class TasksResource {

    private final Tasks tasks;
    private final Clock clock;

    TasksResource(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.RELATIONSHIP_MANAGER, Roles.TEAM_LEADER, Roles.PRODUCT_SPECIALIST})
    @Operation(operationId = "listTasks", summary = "List what you still have to do", description = """
            Open actions, sections to write or sign, and prerequisites you own, over all plans you may see; the earliest day \
            first, those without a day last.""")
    @APIResponse(responseCode = "200", description = "One page of tasks.")
    public Page<TaskResponse> list(@BeanParam PageRequest page) {
        PageRequest.Seek seek = page.seek(Map.of());
        LocalDate today = LocalDate.now(clock);
        return seek.page(tasks.page(seek), Tasks::key, task -> TaskResponse.from(task, today));
    }
}
