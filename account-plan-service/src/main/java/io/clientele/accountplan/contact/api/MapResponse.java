package io.clientele.accountplan.contact.api;

import io.clientele.accountplan.contact.RelationshipMap;
import io.clientele.accountplan.contact.RelationshipVerdict;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RelationshipMap", description = "The people of a client and how we stand with those who count.")
record MapResponse(
        @Schema(
                description =
                        "RED: no supportive key player. GREEN: a supportive player decides or approves, and no opposing one does. AMBER: else.")
        RelationshipVerdict verdict,

        @Schema(description = "Every contact.") List<MapPerson> people) {
    static MapResponse from(RelationshipMap map) {
        return new MapResponse(
                map.verdict(), map.people().stream().map(MapPerson::from).toList());
    }
}
