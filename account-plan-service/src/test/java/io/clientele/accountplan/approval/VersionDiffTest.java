package io.clientele.accountplan.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionDiffTest {

    @Test
    void theSameContentHasNoDifference() {
        assertThat(diff(
                        "{'plan':{'title':'A'},'objectives':[{'id':'1','target':5}]}",
                        "{'plan':{'title':'A'},'objectives':[{'id':'1','target':5}]}"))
                .isEmpty();
    }

    @Test
    void namesTheValueThatChanged() {
        assertThat(diff("{'plan':{'title':'A'}}", "{'plan':{'title':'B'}}"))
                .containsExactly("/plan/title: \"A\" -> \"B\"");
    }

    @Test
    void anElementIsKnownByItsKeyNotByItsPlace() {
        assertThat(diff(
                        "{'objectives':[{'id':'2','target':5}]}",
                        "{'objectives':[{'id':'1','target':9},{'id':'2','target':6}]}"))
                .containsExactly(
                        "/objectives/1/id: null -> \"1\"",
                        "/objectives/1/target: null -> 9",
                        "/objectives/2/target: 5 -> 6");
    }

    @Test
    void whatIsGoneIsADifference() {
        assertThat(diff("{'lines':['a','b']}", "{'lines':['b']}")).containsExactly("/lines/a: \"a\" -> null");
    }

    private static List<String> diff(String before, String after) {
        return VersionDiff.between(json(before), json(after)).stream()
                .map(each -> each.pointer() + ": " + each.before() + " -> " + each.after())
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
