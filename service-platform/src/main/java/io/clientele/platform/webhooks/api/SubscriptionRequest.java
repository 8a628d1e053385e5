package io.clientele.platform.webhooks.api;

import io.clientele.platform.webhooks.Subscription;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a subscriber chooses. */
@Schema(name = "SubscriptionRequest", description = "Where to tell about which events.")
record SubscriptionRequest(
        @Schema(
                description = "Where to post events: https, a public address, neither user nor fragment.",
                examples = "https://crm.example.com/hooks/clientele")
        @NotBlank
        @Size(max = 2000)
        String url,

        @Schema(
                description = "Only events of these types; all when absent or empty. At most 50.",
                examples = "[\"io.clientele.loyalty.points.earned.v1\"]")
        @Nullable
        @Size(max = 50)
        List<@NotNull @NotBlank @Size(max = 200) String> types,

        @Schema(description = "Only events of this aggregate.", examples = "1787") @Nullable @Size(min = 1, max = 200)
        String subject,

        @Schema(description = "For people.", examples = "Points into the CRM") @Nullable @Size(max = 500)
        String description) {

    Subscription.Wish wish() {
        return new Subscription.Wish(url, types == null ? List.of() : types, subject, description);
    }
}
