package io.clientele.accountplan.returns.api;

import io.clientele.accountplan.returns.ClientReturn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FacilityReturn", description = "The return of a facility.")
record FacilityReturnResponse(
        @Schema(description = "The bank's own number of the facility.", examples = "F-2201")
        String facilityId,

        @Schema(description = "The borrower.", examples = "C-10482")
        String clientId,

        @Schema(description = "Its return.") RarocResponse raroc) {
    static FacilityReturnResponse from(ClientReturn.FacilityReturn facility) {
        return new FacilityReturnResponse(
                facility.facilityId(), facility.clientId(), RarocResponse.from(facility.raroc()));
    }
}
