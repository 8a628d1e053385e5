package io.clientele.loyalty.simulation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.contracts.Money;
import io.clientele.loyalty.simulation.Side;
import io.clientele.loyalty.simulation.Simulation;
import io.clientele.loyalty.simulation.Simulations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A simulation with its progress and, once it is completed, what came out.
 *
 * @param todayVersion version of the programme it compares with
 * @param since first instant of the activity replayed
 * @param until first instant after it
 * @param members who had joined by then
 * @param membersDone members replayed so far
 * @param activities replayed so far
 * @param results all members first, then by segment, where members of several count in each; absent until it is completed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Simulation")
record SimulationResponse(
        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110031")
        UUID id,

        @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110001")
        UUID programmeId,

        @Schema(examples = "COMPLETED") Simulation.State state,
        @Schema(examples = "1") int todayVersion,
        Instant since,
        Instant until,
        @Schema(examples = "1229") long members,
        @Schema(examples = "1229") long membersDone,
        @Schema(examples = "49102") long activities,
        @Schema(examples = "olga.operator") String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable List<SegmentResult> results) {

    /**
     * What came out for one segment.
     *
     * @param segmentId absent for all members
     * @param members replayed
     * @param today points by the version in force
     * @param candidate points by the candidate
     * @param tiers members by the tier they end in on both sides
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SimulationSegment")
    record SegmentResult(
            @Schema(examples = "01922f0e-4a6e-7d7a-8b8f-4a8f9e110030") @Nullable
            UUID segmentId,

            @Schema(examples = "1229") long members,
            List<PointsResult> today,
            List<PointsResult> candidate,
            List<TierResult> tiers) {}

    /**
     * Points of one currency; granted = expired + pending + available.
     *
     * @param earning members who earned
     * @param activities that earned
     * @param wished by the formulas, before caps
     * @param expired by the end
     * @param liability cost of what is pending or available at the end; absent when the currency's cost was not said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SimulationPoints")
    record PointsResult(
            @Schema(examples = "POINTS") String currency,
            @Schema(examples = "1017") long earning,
            @Schema(examples = "8120") long activities,
            @Schema(examples = "412345") BigDecimal wished,
            @Schema(examples = "398765") long granted,
            @Schema(examples = "0") long expired,
            @Schema(examples = "0") long pending,
            @Schema(examples = "398765") long available,
            @Nullable Money liability) {

        static PointsResult from(Simulation simulation, Simulations.Points points) {
            return new PointsResult(
                    points.currency(),
                    points.earning(),
                    points.activities(),
                    new BigDecimal(points.wished()),
                    points.granted(),
                    points.expired(),
                    points.pending(),
                    points.available(),
                    simulation.costOf(points.currency(), points.pending() + points.available()));
        }
    }

    /**
     * Members that end in one tier by today's terms and in one by the candidate.
     *
     * @param today key; absent for none
     * @param candidate key; absent for none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SimulationTiers")
    record TierResult(
            @Schema(examples = "silver") @Nullable String today,
            @Schema(examples = "gold") @Nullable String candidate,
            @Schema(examples = "85") long members) {}

    static SimulationResponse progress(Simulation simulation) {
        return of(simulation, null);
    }

    static SimulationResponse completed(
            Simulation simulation, List<Simulations.Points> points, List<Simulations.TierPair> tiers) {
        Set<@Nullable UUID> segments = new LinkedHashSet<>();
        segments.add(null);
        tiers.forEach(pair -> segments.add(pair.segment()));
        List<SegmentResult> results = new ArrayList<>();
        for (UUID segment : segments) {
            results.add(new SegmentResult(
                    segment,
                    tiers.stream()
                            .filter(pair -> Objects.equals(pair.segment(), segment))
                            .mapToLong(Simulations.TierPair::members)
                            .sum(),
                    side(simulation, points, segment, Side.TODAY),
                    side(simulation, points, segment, Side.CANDIDATE),
                    tiers.stream()
                            .filter(pair -> Objects.equals(pair.segment(), segment))
                            .map(pair -> new TierResult(pair.today(), pair.candidate(), pair.members()))
                            .toList()));
        }
        return of(simulation, results);
    }

    private static List<PointsResult> side(
            Simulation simulation, List<Simulations.Points> points, @Nullable UUID segment, Side side) {
        return points.stream()
                .filter(line -> line.side() == side && Objects.equals(line.segment(), segment))
                .map(line -> PointsResult.from(simulation, line))
                .toList();
    }

    private static SimulationResponse of(Simulation simulation, @Nullable List<SegmentResult> results) {
        return new SimulationResponse(
                simulation.id(),
                simulation.programmeId(),
                simulation.state(),
                simulation.todayVersion(),
                simulation.since(),
                simulation.until(),
                simulation.members(),
                simulation.membersDone(),
                simulation.activities(),
                simulation.createdBy(),
                simulation.createdAt(),
                simulation.finishedAt(),
                results);
    }
}
