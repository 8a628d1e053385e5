package io.clientele.accountplan.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which roles are covered in which country. A gap is a required role without a contact, or without a meeting lately. A
 * country hangs on a single thread when all that was met there is one person.
 *
 * @param slots by country and role
 * @param singleThreaded countries where lately no more than one person was met
 */
public record CoverageMatrix(List<Slot> slots, Set<String> singleThreaded) {

    /** Why a role is not covered. */
    public enum Gap {
        /** Nobody of that role is known. */
        NO_CONTACT,
        /** Nobody of that role was met lately. */
        NOT_MET
    }

    /** Somebody at the client. */
    public record Person(UUID id, String country, DecisionRole role) {}

    /**
     * One role in one country.
     *
     * @param contacts how many are known
     * @param lastMetOn the last meeting with any of them; null for none
     * @param gap why it is not covered; null where it is
     */
    public record Slot(
            String country,
            DecisionRole role,
            int contacts,
            @Nullable LocalDate lastMetOn,
            @Nullable Gap gap) {}

    public CoverageMatrix {
        slots = List.copyOf(slots);
        singleThreaded = Set.copyOf(singleThreaded);
    }

    /**
     * Works it out.
     *
     * @param countries where the client has companies
     * @param met the last meeting with each person met
     * @param since the first day that still counts as lately
     */
    static CoverageMatrix of(
            Collection<String> countries,
            Collection<DecisionRole> required,
            Collection<Person> people,
            Map<UUID, LocalDate> met,
            LocalDate since) {
        Set<String> all = new TreeSet<>(countries);
        people.forEach(person -> all.add(person.country()));
        List<Slot> slots = new ArrayList<>();
        Set<String> thin = new TreeSet<>();
        for (String country : all) {
            List<Person> there = people.stream()
                    .filter(person -> person.country().equals(country))
                    .toList();
            new TreeSet<>(required).forEach(role -> slots.add(slot(country, role, there, met, since)));
            long lately = there.stream()
                    .filter(person -> isLately(met.get(person.id()), since))
                    .count();
            if (lately <= 1) {
                thin.add(country);
            }
        }
        return new CoverageMatrix(slots, thin);
    }

    /** The gaps, by country and role. */
    Map<String, Slot> gaps() {
        Map<String, Slot> gaps = new TreeMap<>();
        slots.stream()
                .filter(slot -> slot.gap() != null)
                .forEach(slot -> gaps.put(slot.country() + " " + slot.role(), slot));
        return gaps;
    }

    private static Slot slot(
            String country, DecisionRole role, List<Person> there, Map<UUID, LocalDate> met, LocalDate since) {
        List<Person> fitting =
                there.stream().filter(person -> person.role() == role).toList();
        LocalDate last = fitting.stream()
                .map(person -> met.get(person.id()))
                .filter(java.util.Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Gap gap = fitting.isEmpty() ? Gap.NO_CONTACT : isLately(last, since) ? null : Gap.NOT_MET;
        return new Slot(country, role, fitting.size(), last, gap);
    }

    private static boolean isLately(@Nullable LocalDate day, LocalDate since) {
        return day != null && !day.isBefore(since);
    }
}
