package io.clientele.platform.time;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the business clock comes from. */
@ConfigMapping(prefix = "clientele.clock")
interface ClockSettings {

    /**
     * A file holding an ISO 8601 duration, the offset of the business clock from real time, shared by all processes of a
     * demo or test. A production start with this setting is refused.
     */
    Optional<Path> file();
}
