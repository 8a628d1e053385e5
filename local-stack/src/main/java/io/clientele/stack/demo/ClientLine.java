package io.clientele.stack.demo;

import io.clientele.contracts.clients.ClientType;
import io.clientele.contracts.clients.HeldProduct;
import io.clientele.contracts.clients.KycStatus;
import io.clientele.contracts.clients.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of {@code POST /v1/clients/imports}: a client as the bank's systems hold it. */
public record ClientLine(
        String id,
        ClientType type,
        String name,
        @Nullable String nace,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        String domicile,
        String branch,
        String manager,
        String team,
        String tier,
        KycStatus kycStatus,
        LocalDate relationshipSince,
        Map<String, Object> attributes,
        List<HeldProduct> products) {}
