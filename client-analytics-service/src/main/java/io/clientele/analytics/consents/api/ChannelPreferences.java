package io.clientele.analytics.consents.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ChannelPreferences", description = "The channels a client likes, the best first.")
record ChannelPreferences(
        @NotNull
        @Size(max = 20)
        @Schema(
                description = "Codes of channels, the best first.",
                examples = "[\"MOBILE_APP\", \"EMAIL\"]",
                required = true)
        List<@NotNull String> channels) {

    ChannelPreferences {
        channels = channels == null
                ? List.of()
                : channels.stream().filter(java.util.Objects::nonNull).toList();
        channels = List.copyOf(new LinkedHashSet<>(channels));
    }
}
