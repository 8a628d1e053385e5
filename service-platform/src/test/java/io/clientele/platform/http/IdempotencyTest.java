package io.clientele.platform.http;

import static io.clientele.platform.memo.MemoApi.anyTitle;
import static io.clientele.platform.memo.MemoApi.as;
import static io.clientele.platform.memo.MemoApi.body;
import static io.clientele.platform.memo.MemoApi.concurrently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.platform.memo.MemoApi;
import io.clientele.platform.testing.PlatformTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A repeated request has one effect. */
@PlatformTest
class IdempotencyTest {

    @BeforeEach
    void twoBooks() {
        MemoApi.twoBooks();
    }

    @Test
    void replaysTheFirstReplyToARepeatedKey() {
        String key = UUID.randomUUID().toString();
        String body = body("c-1", anyTitle());

        Response first = as("anna").header("Idempotency-Key", key).body(body).post("/v1/memos");
        Response second = as("anna").header("Idempotency-Key", key).body(body).post("/v1/memos");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.asString()).isEqualTo(first.asString());
        as("anna")
                .header("Idempotency-Key", key)
                .body(body("c-1", "another"))
                .post("/v1/memos")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        as("anna")
                .header("Idempotency-Key", "two words")
                .body(body)
                .post("/v1/memos")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-malformed"));
    }

    @Test
    void doesNotKeepARefusal() {
        String key = UUID.randomUUID().toString();
        as("anna")
                .header("Idempotency-Key", key)
                .body(body("c-1", "forbidden"))
                .post("/v1/memos")
                .then()
                .statusCode(422);

        as("anna")
                .header("Idempotency-Key", key)
                .body(body("c-1", anyTitle()))
                .post("/v1/memos")
                .then()
                .statusCode(201);
    }

    @Test
    void hasOneEffectForManyConcurrentRequestsOfOneKey() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = body("c-1", anyTitle());

        List<Response> replies = concurrently(
                32, i -> as("anna").header("Idempotency-Key", key).body(body).post("/v1/memos"));

        Set<String> created = new HashSet<>();
        for (Response reply : replies) {
            if (reply.statusCode() == 201) {
                created.add(reply.header("Location"));
            } else {
                reply.then().statusCode(409).body("code", equalTo("idempotency-key-in-use"));
            }
        }
        assertThat(created).hasSize(1);
    }
}
