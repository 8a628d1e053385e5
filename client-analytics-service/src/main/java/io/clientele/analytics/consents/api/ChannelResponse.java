package io.clientele.analytics.consents.api;

import io.clientele.analytics.consents.Channel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Channel", description = "A way between the bank and its clients.")
record ChannelResponse(
        @Schema(description = "Code.", examples = "EMAIL") String code,

        @Schema(description = "Name.", examples = "E-mail") String name,

        @Schema(description = "How a client is reached.", examples = "mail server of the bank") @Nullable
        String reaches,

        @Schema(description = "How an answer comes back.", examples = "clicks, as marketing-response") @Nullable
        String feedback,

        @Schema(description = "The most contacts by it.") @Nullable
        CapView cap,

        @Schema(description = "When nobody is contacted by it.")
        ChannelRequest.@Nullable Quiet quietHours,

        @Schema(description = "Least time between two contacts by it, ISO 8601.", examples = "PT24H") @Nullable
        String coolDown,

        @Schema(description = "Whether it may be used.", examples = "true")
        boolean active) {

    static ChannelResponse from(Channel channel) {
        Channel.Description description = channel.description();
        return new ChannelResponse(
                channel.code(),
                description.name(),
                description.reaches(),
                description.feedback(),
                CapView.from(description.cap()),
                ChannelRequest.Quiet.from(description.quietHours()),
                description.coolDown() == null ? null : description.coolDown().toString(),
                description.active());
    }
}
