package io.clientele.platform.http;

import static io.clientele.platform.memo.MemoApi.as;
import static io.clientele.platform.memo.MemoApi.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.platform.memo.MemoApi;
import io.clientele.platform.testing.PlatformTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collections by pages. */
@PlatformTest
class PagingTest {

    @BeforeEach
    void twoBooks() {
        MemoApi.twoBooks();
    }

    @Test
    void walksACollectionPageByPageWithTheFiltersInTheCursor() {
        String client = "c-1";
        Set<String> made = new HashSet<>();
        IntStream.range(0, 7).forEach(i -> made.add(created("anna", client)));
        Set<String> seen = new HashSet<>();

        Response page =
                as("anna").queryParam("limit", 3).queryParam("client", client).get("/v1/memos");
        while (true) {
            page.then().statusCode(200);
            assertThat(page.jsonPath().getList("items").size()).isLessThanOrEqualTo(3);
            page.jsonPath()
                    .<String>getList("items.id")
                    .forEach(id -> assertThat(seen.add("/v1/memos/" + id)).isTrue());
            String next = page.jsonPath().getString("next");
            if (next == null) {
                break;
            }
            assertThat(page.header("Link")).contains("cursor=" + next).contains("rel=\"next\"");
            page = as("anna").queryParam("limit", 3).queryParam("cursor", next).get("/v1/memos");
        }

        assertThat(seen).containsAll(made);
    }

    @Test
    void refusesMalformedPaging() {
        for (String limit : List.of("0", "501", "-1", "x", "1.5", "99999999999")) {
            as("anna")
                    .queryParam("limit", limit)
                    .get("/v1/memos")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("limit-out-of-range"));
        }
        as("anna")
                .queryParam("cursor", "!!")
                .get("/v1/memos")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-malformed"));
    }
}
