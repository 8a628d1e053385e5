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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody overwrites what they have not read. */
@PlatformTest
class IfMatchTest {

    @BeforeEach
    void twoBooks() {
        MemoApi.twoBooks();
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        Response made = as("anna").body(body("c-1", anyTitle())).post("/v1/memos");
        String path = made.header("Location");
        String tag = made.header("ETag");

        as("anna")
                .body(body("c-1", anyTitle()))
                .put(path)
                .then()
                .statusCode(428)
                .body("code", equalTo("if-match-missing"));
        String moved = as("anna")
                .header("If-Match", tag)
                .body(body("c-1", anyTitle()))
                .put(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(moved).isNotEqualTo(tag);
        as("anna")
                .header("If-Match", tag)
                .body(body("c-1", anyTitle()))
                .put(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"));
        as("anna").get(path).then().header("ETag", moved);
    }

    @Test
    void letsOneOfManyConcurrentChangesOfOneVersionThrough() throws Exception {
        Response made = as("anna").body(body("c-1", anyTitle())).post("/v1/memos");

        List<Integer> statuses = concurrently(
                16,
                i -> as("anna")
                        .header("If-Match", made.header("ETag"))
                        .body(body("c-1", anyTitle()))
                        .put(made.header("Location"))
                        .statusCode());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(412);
    }
}
