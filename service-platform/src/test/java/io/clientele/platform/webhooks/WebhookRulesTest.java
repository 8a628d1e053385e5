package io.clientele.platform.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.platform.problem.ProblemException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRulesTest {

    private final Endpoints strict = new Endpoints(() -> false);
    private final Endpoints lenient = new Endpoints(() -> true);

    /** The example of the Standard Webhooks specification. */
    @Test
    void signsAsTheSpecificationDoes() {
        String signature = WebhookSignature.of(
                List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}".getBytes(UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void retriesNineTimesOverThreeDays() {
        Random random = new Random(1);
        List<Duration> delays = IntStream.rangeClosed(1, 9)
                .mapToObj(
                        attempts -> RetrySchedule.after(attempts, null, random).orElseThrow())
                .toList();

        List<Duration> scheduled = List.of(
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(24));
        for (int place = 0; place < 9; place++) {
            long nominal = scheduled.get(place).toMillis();
            assertThat(delays.get(place).toMillis()).isBetween(nominal * 9 / 10, nominal * 11 / 10);
        }
        assertThat(RetrySchedule.after(10, null, random)).isEmpty();
    }

    @Test
    void spreadsRetries() {
        Random random = new Random(1);

        assertThat(IntStream.range(0, 20)
                        .mapToObj(time -> RetrySchedule.after(1, null, random))
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void followsALaterWishOfTheReceiverForUpToADay() {
        Random random = new Random(1);

        assertThat(RetrySchedule.after(1, Duration.ofMinutes(10), random)).contains(Duration.ofMinutes(10));
        assertThat(RetrySchedule.after(1, Duration.ofDays(9), random)).contains(Duration.ofHours(24));
        assertThat(RetrySchedule.after(2, Duration.ofSeconds(1), random).orElseThrow())
                .isGreaterThan(Duration.ofMinutes(4));
        assertThat(RetrySchedule.after(10, Duration.ofSeconds(1), random)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "192.0.0.1",
                "198.18.0.1",
                "203.0.113.7",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:db8::1",
                "2001::1"
            })
    void refusesAddressesThatAreNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00::1"
            })
    void acceptsPublicAddresses(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://1.1.1.1/hook",
                "https://127.0.0.1/hook",
                "https://[::1]/hook",
                "https://user@1.1.1.1/hook",
                "https://1.1.1.1/hook#part",
                "https:///hook",
                "hook",
                "https://1.1.1.1/a b",
                "file:///etc/passwd",
                "https://localhost/hook"
            })
    void refusesEndpoints(String url) {
        assertThatThrownBy(() -> strict.checked(url))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.status()).isEqualTo(422));
    }

    @Test
    void acceptsPublicEndpointsAndPrivateOnesWhereConfigured() {
        assertThatCode(() -> strict.checked("https://1.1.1.1:8443/hook?a=b")).doesNotThrowAnyException();
        assertThatCode(() -> lenient.checked("http://127.0.0.1:8080/hook")).doesNotThrowAnyException();
        assertThatThrownBy(() -> strict.resolve(URI.create("https://[fd00::1]/hook")))
                .isInstanceOf(Endpoints.AddressRefused.class);
        assertThatThrownBy(() -> strict.checked("https://1.1.1.1/" + "x".repeat(2_000)))
                .isInstanceOf(ProblemException.class);
    }
}
