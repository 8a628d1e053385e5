package io.clientele.loyalty.simulation;

import io.clientele.loyalty.sql.Row;
import io.clientele.loyalty.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** In which segments clients were at what time. */
@ApplicationScoped
class SegmentStays {

    private static final String MOVES = """
            SELECT client_id, segment_id, inside, since FROM segment_move WHERE client_id = ANY (?) AND segment_id = ANY (?)
            ORDER BY client_id, sequence""";

    private final Sql sql;

    SegmentStays(Sql sql) {
        this.sql = sql;
    }

    /** A client moved in or out. */
    private record Move(String client, UUID segment, boolean inside, Instant since) {

        static Move from(Row row) {
            return new Move(row.text("client_id"), row.uuid("segment_id"), row.flag("inside"), row.time("since"));
        }
    }

    /** The moves of some clients, each client's in the order of their numbers. */
    record Known(Map<String, List<Move>> moves) {

        /** The segments of a client at {@code time}: of its moves until then the last of each segment says. */
        Set<UUID> at(String client, Instant time) {
            Map<UUID, Boolean> inside = new HashMap<>();
            moves.getOrDefault(client, List.of()).stream()
                    .filter(move -> !move.since().isAfter(time))
                    .forEach(move -> inside.put(move.segment(), move.inside()));
            return inside.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Of these clients, as far as these segments go. */
    Known of(Collection<String> clients, Set<UUID> segments) {
        return new Known(
                segments.isEmpty()
                        ? Map.of()
                        : sql
                                .list(
                                        MOVES,
                                        Move::from,
                                        Sql.texts(clients),
                                        Sql.column("uuid", segments, segment -> segment))
                                .stream()
                                .collect(Collectors.groupingBy(Move::client)));
    }
}
