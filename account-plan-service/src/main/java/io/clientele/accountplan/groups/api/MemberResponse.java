package io.clientele.accountplan.groups.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clientele.accountplan.clients.Client;
import io.clientele.accountplan.groups.Member;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "GroupMember", description = "A company of a group.")
record MemberResponse(
        @Schema(description = "The bank's own client number.", examples = "C-10482")
        String clientId,

        @Schema(description = "Legal name.", examples = "Moravia Steel a.s.") @Nullable
        String name,

        @Schema(description = "Country, ISO 3166-1 alpha-2.", examples = "CZ") @Nullable
        String domicile,

        @Schema(description = "Client number of the parent; absent for the head.", examples = "C-10001") @Nullable
        String parentId,

        @Schema(description = "Share the parent owns, percent.", type = SchemaType.STRING, examples = "75.0000")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal ownership,

        @Schema(description = "0 for the head.", examples = "1")
        int depth) {
    static MemberResponse from(Member member, @Nullable Client client) {
        return new MemberResponse(
                member.clientId(),
                client == null ? null : client.legalName(),
                client == null ? null : client.domicile(),
                member.parentId(),
                member.ownership(),
                member.depth());
    }
}
