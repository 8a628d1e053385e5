package io.clientele.analytics.consents.api;

import io.clientele.analytics.consents.ContactPolicy;
import io.clientele.platform.http.Reply;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ContactPolicy", description = "What holds over all channels together.")
record ContactPolicyView(
        @Valid @Schema(description = "The most contacts by all channels together; absent = no cap.") @Nullable
        CapView cap) {

    static Reply reply(ContactPolicy policy) {
        return Reply.ok(new ContactPolicyView(CapView.from(policy.cap()))).withTag(policy);
    }
}
