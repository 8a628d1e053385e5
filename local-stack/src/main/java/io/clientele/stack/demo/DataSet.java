package io.clientele.stack.demo;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The clients of a bank and what they did. The streams may be asked for again and give the same each time. */
public sealed interface DataSet permits BerkaBank, GeneratedBank {

    /** Tells this data set from others. */
    String name();

    /** Where the business clock has to stand when loading begins; empty for real time. */
    Optional<Instant> opening();

    Stream<ClientLine> clients();

    Stream<ActivityLine> activities();
}
