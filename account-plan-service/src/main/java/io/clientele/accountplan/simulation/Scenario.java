package io.clientele.accountplan.simulation;

import io.clientele.contracts.Money;
import io.clientele.contracts.inbound.CreditPosition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may be won and lost with one client.
 *
 * @param wonProducts revenue of a year by product line, beside credit
 * @param lostProducts product lines that bring nothing any more
 * @param wonFacilities facilities with the figures they would have
 * @param lostFacilities facility numbers; sub-limits go with their parents
 */
public record Scenario(
        Map<String, List<Money>> wonProducts,
        Set<String> lostProducts,
        List<CreditPosition> wonFacilities,
        Set<String> lostFacilities) {

    public Scenario {
        wonProducts = Map.copyOf(wonProducts);
        lostProducts = Set.copyOf(lostProducts);
        wonFacilities = List.copyOf(wonFacilities);
        lostFacilities = Set.copyOf(lostFacilities);
    }

    /** The facilities there would be. */
    List<CreditPosition> facilities(List<CreditPosition> now) {
        Set<String> lost = new HashSet<>(lostFacilities);
        boolean more = true;
        while (more) {
            more = now.stream()
                            .filter(each -> lost.contains(each.parentFacilityId()))
                            .map(CreditPosition::facilityId)
                            .filter(lost::add)
                            .count()
                    > 0;
        }
        List<CreditPosition> after = new java.util.ArrayList<>(
                now.stream().filter(each -> !lost.contains(each.facilityId())).toList());
        after.addAll(wonFacilities);
        return after;
    }
}
