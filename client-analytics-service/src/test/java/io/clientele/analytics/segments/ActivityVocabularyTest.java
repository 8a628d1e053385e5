package io.clientele.analytics.segments;

import static io.clientele.analytics.segments.Histories.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.analytics.segments.rules.InvalidRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityVocabularyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'events':{'type':'transaction','agg':'sum','field':'amount','currency':'EUR','gt':1}}",
                "{'events':{'type':'transaction','where':{'attribute':{'path':'direction','in':['DEBIT']}},'agg':'count','gt':1}}",
                "{'events':{'type':'service-contact','agg':'avg','field':'waitSeconds','gt':60}}",
                "{'events':{'type':'login','agg':'distinct','field':'device','gt':1}}",
                "{'attribute':{'path':'tier','eq':'GOLD'}}"
            })
    void takesWhatActivityCanHave(String rule) {
        assertThatCode(() -> ActivityVocabulary.check(rule(rule))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'type':'transactions','agg':'count'                                                          | /type                       | allowed are transaction, product-opened
            'type':'transaction','agg':'sum','field':'amonut'                                            | /field                      | is no field of transaction; allowed are amount
            'type':'transaction','agg':'sum','field':'category'                                          | /field                      | numbers of transaction are amount
            'type':'login','agg':'max','field':'device'                                                  | /field                      | numbers of login are none
            'type':'service-contact','agg':'sum','field':'waitSeconds','currency':'EUR'                  | /currency                   | which is no amount
            'type':'service-contact','agg':'count','where':{'attribute':{'path':'waitSeconds','currency':'EUR','gt':1}} | /where/attribute/currency | which is no amount
            'type':'transaction','agg':'count','where':{'attribute':{'path':'kind','eq':'FX'}}           | /where/attribute/path       | is no field of transaction
            'type':'transaction','agg':'count','where':{'not':{'attribute':{'path':'direction','eq':'OUT'}}} | /where/not/attribute/eq | is of CREDIT, DEBIT
            """)
    void pointsToASlipAndSaysWhatIsAllowed(String events, String inside, String allowed) {
        assertThatThrownBy(() -> ActivityVocabulary.check(rule("{'not':{'events':{" + events + ",'gt':1}}}")))
                .isInstanceOfSatisfying(
                        InvalidRule.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(finding -> {
                            assertThat(finding.pointer()).isEqualTo("/rule/not/events" + inside);
                            assertThat(finding.detail()).contains(allowed);
                        }));
    }
}
