package io.clientele.accountplan.credit.api;

import io.clientele.contracts.inbound.Covenant;
import io.clientele.contracts.inbound.CovenantResult;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Covenant", description = "Something the borrower has to keep.")
record CovenantBody(
        @NotBlank
        @Size(max = 200)
        @Schema(description = "What it is.", examples = "Net debt / EBITDA <= 3", required = true)
        String name,

        @NotNull @Schema(description = "Day of the next or last test.", examples = "2026-06-30", required = true)
        LocalDate testOn,

        @NotNull @Schema(description = "What came of that test.", required = true)
        CovenantResult result) {
    Covenant covenant() {
        return new Covenant(name, testOn, result);
    }

    static CovenantBody from(Covenant covenant) {
        return new CovenantBody(covenant.name(), covenant.testOn(), covenant.result());
    }
}
