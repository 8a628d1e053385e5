package io.clientele.accountplan.keyaccount;

import io.clientele.contracts.clients.KycStatus;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Stage 1 of a model: who may become a key account at all. An empty set lets everybody through; a value that is not known
 * passes no gate. Nobody passes without a relationship manager, who is to write the plan.
 *
 * @param countries the bank's country appetite, by domicile
 */
@Schema(
        name = "KeyAccountGates",
        description =
                "Who may become a key account at all. An empty list lets everybody through; an unknown value passes none.")
public record Gates(
        @NotNull @Size(max = 50) @Schema(description = "Tiers.", examples = "[\"platinum\"]", required = true)
        Set<@NotBlank @Size(max = 40) String> tiers,

        @NotNull
        @Size(max = 50)
        @Schema(description = "Segments of client-analytics; being in one is enough.", examples = "[]", required = true)
        Set<@NotNull UUID> segments,

        @NotNull @Size(max = 10) @Schema(description = "KYC statuses.", examples = "[\"VERIFIED\"]", required = true)
        Set<@NotNull KycStatus> kycStatuses,

        @NotNull
        @Size(max = 300)
        @Schema(
                description = "Domiciles the bank has an appetite for, ISO 3166-1 alpha-2.",
                examples = "[\"CZ\"]",
                required = true)
        Set<@NotNull @Pattern(regexp = "[A-Z]{2}") String> countries) {

    /** What a gate is about. */
    @Schema(name = "KeyAccountGateKind", description = "What a gate is about.")
    public enum Kind {
        /** The client's tier. */
        TIER,
        /** A segment it is in. */
        SEGMENT,
        /** Its KYC status. */
        KYC_STATUS,
        /** Its domicile. */
        COUNTRY,
        /** That it has a relationship manager. */
        MANAGER
    }

    /**
     * How a client fares at a gate.
     *
     * @param value what is known of the client; null where nothing is
     */
    @Schema(name = "KeyAccountGateFinding", description = "How the client fares at a gate.")
    public record Finding(
            @Schema(description = "The gate.") Kind gate,

            @Schema(description = "Whether the client passes.", examples = "true")
            boolean passed,

            @Schema(description = "What is known of the client; absent where nothing is.", examples = "platinum")
            @Nullable
            String value) {}

    /** How a client fares at every gate that is set. */
    List<Finding> findings(Candidate client) {
        List<Finding> findings = new ArrayList<>();
        judge(findings, Kind.TIER, tiers, client.tier());
        judge(findings, Kind.KYC_STATUS, names(kycStatuses), client.kycStatus());
        judge(findings, Kind.COUNTRY, countries, client.country());
        if (!segments.isEmpty()) {
            Set<UUID> common = new TreeSet<>(client.segments());
            common.retainAll(segments);
            findings.add(new Finding(
                    Kind.SEGMENT,
                    !common.isEmpty(),
                    common.isEmpty() ? null : common.iterator().next().toString()));
        }
        findings.add(new Finding(Kind.MANAGER, client.manager() != null, client.manager()));
        return findings;
    }

    private static void judge(List<Finding> findings, Kind gate, Set<String> allowed, @Nullable String value) {
        if (!allowed.isEmpty()) {
            findings.add(new Finding(gate, value != null && allowed.contains(value), value));
        }
    }

    private static Set<String> names(Collection<KycStatus> statuses) {
        Set<String> names = new TreeSet<>();
        statuses.forEach(status -> names.add(status.name()));
        return names;
    }
}
