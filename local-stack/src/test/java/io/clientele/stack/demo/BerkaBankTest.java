package io.clientele.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clientele.contracts.clients.HeldProduct;
import io.clientele.contracts.clients.Sex;
import io.clientele.stack.UsageException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BerkaBankTest {

    private static final LocalDate AFTER_EXTRACT = LocalDate.of(1994, 4, 1);

    @Test
    void readsEveryClient() {
        var clients = bank().clients().toList();

        assertThat(clients).hasSize(5_369);
        assertThat(clients.stream().filter(client -> client.sex() == Sex.FEMALE))
                .hasSize(2_645);
        assertThat(clients.stream().map(ClientLine::id).distinct()).hasSize(5_369);
    }

    @Test
    void readsWhatAClientHolds() {
        var client = bank().clients()
                .filter(line -> line.id().equals("1"))
                .findFirst()
                .orElseThrow();

        assertThat(client.birthDate()).isEqualTo(LocalDate.of(1970, 12, 13));
        assertThat(client.branch()).isEqualTo("Pisek");
        assertThat(client.manager()).isEqualTo("rm-18");
        assertThat(client.team()).isEqualTo("team-2");
        assertThat(client.products())
                .containsExactly(new HeldProduct("ACCOUNT", "acc-1", LocalDate.of(1995, 3, 24), null));
    }

    @Test
    void keepsProductsThatOpenAfterTheExtract() {
        var products =
                bank().clients().flatMap(client -> client.products().stream()).toList();
        var later = products.stream()
                .filter(product ->
                        product.openedOn() != null && !product.openedOn().isBefore(AFTER_EXTRACT))
                .collect(Collectors.groupingBy(HeldProduct::product, Collectors.counting()));

        assertThat(products).hasSize(4_500 + 682 + 892);
        assertThat(later)
                .containsEntry("ACCOUNT", 3_271L)
                .containsEntry("LOAN", 644L)
                .containsEntry("CARD", 892L - 6);
    }

    @Test
    void readsEveryTransactionAsItsOwners() {
        try (var activities = bank().activities()) {
            var all = activities.toList();

            assertThat(all).hasSize(49_102);
            assertThat(all.stream().map(ActivityLine::sourceId).distinct()).hasSize(49_102);
            assertThat(all.stream().map(ActivityLine::clientId).distinct()).hasSize(1_229);
            assertThat(all)
                    .allSatisfy(activity -> assertThat(activity.occurredAt()).isBefore(today()));
        }
    }

    @Test
    void holdsTheHouseholdPayersTheStoryCounts() {
        var from = today().minus(Duration.ofDays(90));
        try (var activities = bank().activities()) {
            var sums = activities
                    .filter(activity -> "HOUSEHOLD".equals(activity.data().get("category")))
                    .filter(activity -> !activity.occurredAt().isBefore(from))
                    .collect(Collectors.groupingBy(
                            ActivityLine::clientId,
                            Collectors.mapping(
                                    activity -> new BigDecimal(
                                            String.valueOf(activity.data().get("amount"))),
                                    Collectors.reducing(BigDecimal.ZERO, BigDecimal::add))));

            assertThat(sums.values().stream().filter(sum -> sum.compareTo(new BigDecimal(5_000)) > 0))
                    .hasSize(523);
        }
    }

    @Test
    void saysWhichFileIsMissing(@TempDir Path empty) {
        assertThatThrownBy(() -> BerkaBank.in(empty))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("client.asc is missing");
    }

    private static Instant today() {
        return Instant.parse("1994-03-31T22:00:00Z");
    }

    private static BerkaBank bank() {
        var data = Path.of(System.getProperty("clientele.root", "."), "../shared/data/berka");
        assumeTrue(Files.isDirectory(data), "the Berka data is not at ../shared/data/berka: not checked");
        return BerkaBank.in(data);
    }
}
