package io.clientele.analytics.segments.rules;

import static io.clientele.analytics.segments.Histories.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.platform.problem.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReaderTest {

    private static final String TIER = "{'attribute':{'path':'tier','eq':'GOLD'}}";

    @Test
    void writesBackTheCanonicalFormOfTheDocumentedExample() {
        String example = "{'and':[{'attribute':{'path':'tier','in':['GOLD']}},{'events':{'type':'transaction',"
                + "'where':{'attribute':{'path':'category','eq':'FX'}},'agg':'sum','field':'amount','currency':'EUR',"
                + "'window':{'last':'P90D'},'gte':'5000'}}]}";

        assertThat(RuleWriter.write(RuleReader.read(json(example), "/rule")))
                .hasToString(json(example).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'attribute':{'path':'tier','eq':'GOLD'}}",
                "{'attribute':{'path':'tier','ne':'GOLD'}}",
                "{'attribute':{'path':'attributes.score','in':[1,'two',true]}}",
                "{'attribute':{'path':'attributes.score','notIn':[1.5]}}",
                "{'attribute':{'path':'attributes.balance','gt':'1000'}}",
                "{'attribute':{'path':'birthDate','lte':'1970-01-01'}}",
                "{'attribute':{'path':'ownership','between':['50','100']}}",
                "{'attribute':{'path':'kycStatus','exists':false}}",
                "{'attribute':{'path':'nace','startsWith':'64'}}",
                "{'attribute':{'path':'branch','contains':'Praha'}}",
                "{'attribute':{'path':'products','hasAny':['CARD','LOAN']}}",
                "{'attribute':{'path':'products','hasAll':['CARD','LOAN']}}",
                "{'not':{'segment':{'id':'0197a3f0-0000-7000-8000-000000000001'}}}",
                "{'or':[{'events':{'type':'login','agg':'count','eq':'0'}}]}",
                "{'events':{'type':'login','agg':'distinct','field':'device','window':{'from':'1994-01-01','to':'1994-04-01'},'gte':'2'}}",
                "{'events':{'type':'login','agg':'count','window':{'from':'1994-03-31T22:00:00Z'},'lt':'2'}}",
                "{'events':{'type':'transaction','agg':'sum','field':'amount','currency':'EUR','ratesOn':'1994-03-31','gte':'1'}}",
                "{'events':{'type':'transaction','where':{'attribute':{'path':'amount','currency':'EUR','between':['1','2']}},'agg':'count','gte':'1'}}",
                "{'list':{'id':'0197a3f0-0000-7000-8000-000000000001'}}",
                "{'percentile':{'of':{'field':'attributes.income'},'within':'branch','top':'0.5'}}",
                "{'percentile':{'of':{'events':{'type':'transaction','agg':'sum','field':'amount','currency':'EUR','window':{'last':'P90D'}}},'tile':{'of':5,'from':4,'to':5}}}",
                "{'absence':{'type':'login'}}",
                "{'absence':{'type':'transaction','where':{'attribute':{'path':'category','eq':'FX'}},'window':{'last':'P90D'}}}",
                "{'sequence':{'first':{'type':'login'},'then':{'type':'transaction','where':{'attribute':{'path':'category','eq':'FX'}}},'within':'P7D','window':{'last':'P90D'}}}",
                "{'held':{'rule':{'absence':{'type':'login','window':{'last':'P30D'}}},'for':'P3M'}}",
                "{'bucket':{'seed':'spring','from':'0','to':'12.5'}}",
                "{'attribute':{'path':'birthDate','lte':{'today':'P-18Y'}}}",
                "{'attribute':{'path':'attributes.maturity','between':[{'today':'P0D'},{'today':'P90D'}]}}",
                "{'attribute':{'path':'birthDate','anniversaryWithin':'P7D'}}",
                "{'events':{'type':'transaction','agg':'avg','field':'amount','window':{'last':'PT36H'},'gt':'10.5'}}"
            })
    void readsWhatItWrites(String text) {
        Rule rule = RuleReader.read(json(text), "/rule");

        assertThat(RuleWriter.write(rule)).hasToString(json(text).toString());
        assertThat(RuleReader.read(RuleWriter.write(rule), "/rule")).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'events':{'type':'t','agg':'sum','field':'a','gt':5000.00}} | {'events':{'type':'t','agg':'sum','field':'a','gt':'5000'}}
            {'events':{'type':'t','agg':'count','window':{'last':'P2W'},'gt':0}} | {'events':{'type':'t','agg':'count','window':{'last':'P14D'},'gt':'0'}}
            {'attribute':{'eq':5.0,'path':'attributes.x'}} | {'attribute':{'path':'attributes.x','eq':5}}
            {'attribute':{'path':'tier','in':['A','A']}} | {'attribute':{'path':'tier','in':['A']}}
            """)
    void givesEqualRulesOneForm(String written, String canonical) {
        assertThat(RuleWriter.write(RuleReader.read(json(written), "/rule")))
                .hasToString(json(canonical).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            []                                                             | /rule                     | exactly one of and, or, not, attribute, events, absence, sequence, held, segment, bucket
            {}                                                             | /rule                     | exactly one of
            null                                                           | /rule                     | exactly one of
            {'and':[],'or':[]}                                             | /rule                     | exactly one of
            {'and':[]}                                                     | /rule/and                 | at least one node
            {'and':{}}                                                     | /rule/and                 | an array of at least one node
            {'and':[{'attribute':{'path':'tier','eq':'A'}},7]}             | /rule/and/1               | exactly one of
            {'sequence':{}}                                                | /rule/sequence/first      | is an object with type, where
            {'sequence':{'first':{'type':'t'},'then':{'type':'t'}}}          | /rule/sequence/within     | is an ISO 8601 period
            {'absence':{}}                                                 | /rule/absence/type        | is missing
            {'absence':{'type':'t','agg':'count'}}                           | /rule/absence/agg         | is unknown here; allowed are type, where, window
            {'held':{'rule':{'segment':{'id':'0197a3f0-0000-7000-8000-000000000001'}},'for':'P1D'}} | /rule/held/rule/segment | is no node known here
            {'held':{'rule':{'absence':{'type':'t'}}}}                       | /rule/held/for            | is an ISO 8601 period
            {'bucket':{'seed':'s','from':'50','to':'50'}}                    | /rule/bucket              | has from below to
            {'bucket':{'seed':'s','from':'0','to':'100.01'}}                 | /rule/bucket/to           | from 0 to 100 with at most two decimals
            {'bucket':{'from':'0','to':'10'}}                                | /rule/bucket/seed         | is missing
            {'attribute':{'path':'birthDate','lte':{'today':'18 years'}}}    | /rule/attribute/lte/today | is a period from today
            {'attribute':{'path':'birthDate','anniversaryWithin':'P2Y'}}     | /rule/attribute/anniversaryWithin | at most a year
            {'absence':{'type':'t','where':{'attribute':{'path':'d','lt':{'today':'P1D'}}}}} | /rule/absence/where/attribute/lt | is a decimal
            {'absence':{'type':'t','where':{'attribute':{'path':'d','anniversaryWithin':'P1D'}}}} | /rule/absence/where/attribute/anniversaryWithin | over fields of a client only
            {'held':{}}                                                    | /rule/held/for            | is an ISO 8601 period
            {'percentile':{}}                                              | /rule/percentile/of       | an object with field, events
            {'percentile':{'of':{},'top':10}}                              | /rule/percentile/of       | either field
            {'percentile':{'of':{'field':'products'},'top':10}}            | /rule/percentile/of/field | one value of a client
            {'percentile':{'of':{'field':'ownership'},'within':'name','top':10}} | /rule/percentile/within | one value of a client
            {'percentile':{'of':{'field':'ownership'}}}                    | /rule/percentile          | either top
            {'percentile':{'of':{'field':'ownership'},'top':0}}            | /rule/percentile/top      | above 0 and below 100
            {'percentile':{'of':{'field':'ownership'},'top':100}}          | /rule/percentile/top      | above 0 and below 100
            {'percentile':{'of':{'field':'ownership'},'tile':{'of':5,'from':1,'to':5}}} | /rule/percentile/tile | not all of them
            {'percentile':{'of':{'field':'ownership'},'tile':{'of':5,'from':4,'to':6}}} | /rule/percentile/tile | not all of them
            {'percentile':{'of':{'events':{'type':'t','agg':'count','gt':1}},'top':1}} | /rule/percentile/of/events/gt | unknown here
            {'bucket':{}}                                                  | /rule/bucket/seed         | is missing
            {'list':{}}                                                    | /rule/list/id             | is missing
            {'list':{'id':'x'}}                                            | /rule/list/id             | the id of a client list
            {'quantile':{}}                                                | /rule/quantile            | allowed are and, or, not
            {'attribute':'tier'}                                           | /rule/attribute           | an object with path
            {'attribute':{'eq':'A'}}                                       | /rule/attribute/path      | missing
            {'attribute':{'path':'tier'}}                                  | /rule/attribute           | exactly one of eq, ne
            {'attribute':{'path':'tier','eq':'A','ne':'B'}}                | /rule/attribute           | exactly one of eq, ne
            {'attribute':{'path':'tier','like':'A'}}                       | /rule/attribute/like      | unknown here; allowed are path, currency, eq
            {'attribute':{'path':'name','eq':'A'}}                         | /rule/attribute/path      | no field of a client; allowed are type, lei
            {'attribute':{'path':'attributes.','eq':'A'}}                  | /rule/attribute/path      | attributes.<name>
            {'attribute':{'path':'tier','eq':null}}                        | /rule/attribute/eq        | a string, a number or a boolean
            {'attribute':{'path':'tier','eq':''}}                          | /rule/attribute/eq        | 1 to 200 characters
            {'attribute':{'path':'tier','in':'A'}}                         | /rule/attribute/in        | an array of 1 to 500
            {'attribute':{'path':'tier','in':[]}}                          | /rule/attribute/in        | an array of 1 to 500
            {'attribute':{'path':'tier','in':['A',{}]}}                    | /rule/attribute/in/1      | a string, a number or a boolean
            {'attribute':{'path':'tier','gt':'A'}}                         | /rule/attribute/gt        | a decimal such as "5000", a date
            {'attribute':{'path':'birthDate','gt':'1990-02-30'}}           | /rule/attribute/gt        | a decimal such as "5000", a date
            {'attribute':{'path':'ownership','between':[1]}}               | /rule/attribute/between   | an array of two
            {'attribute':{'path':'ownership','between':[2,1]}}             | /rule/attribute/between   | the lower one first
            {'attribute':{'path':'ownership','between':[2,'1990-01-01']}}  | /rule/attribute/between   | two numbers or two days
            {'attribute':{'path':'tier','exists':'yes'}}                   | /rule/attribute/exists    | true or false
            {'attribute':{'path':'ownership','currency':'EUR','gt':1}}     | /rule/attribute/currency  | inside where only
            {'segment':'x'}                                                | /rule/segment             | an object with id
            {'segment':{'id':'x'}}                                         | /rule/segment/id          | a UUID
            """)
    void pointsToABadNodeAndSaysWhatIsAllowed(String rule, String pointer, String allowed) {
        assertThat(findings(rule)).anySatisfy(finding -> {
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.detail()).contains(allowed);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'agg':'count','gt':1                                                     | /type           | missing
            'type':'a b','agg':'count','gt':1                                        | /type           | a name
            'type':'t','gt':1                                                        | /agg            | one of count, sum, avg, min, max, distinct
            'type':'t','agg':'median','gt':1                                         | /agg            | one of count, sum, avg, min, max, distinct
            'type':'t','agg':'count','field':'a','gt':1                              | /field          | not allowed with agg count
            'type':'t','agg':'count','currency':'EUR','gt':1                         | /currency       | not allowed with agg count
            'type':'t','agg':'distinct','field':'a','currency':'EUR','gt':1          | /currency       | not allowed with agg distinct
            'type':'t','agg':'sum','gt':1                                            | /field          | missing
            'type':'t','agg':'sum','field':'a','currency':'EURO','gt':1              | /currency       | ISO 4217
            'type':'t','agg':'sum','field':'a','currency':'XAU','gt':1               | /currency       | a currency paid in
            'type':'t','agg':'sum','field':'a','ratesOn':'1994-03-31','gt':1         | /ratesOn        | not allowed without currency
            'type':'t','agg':'count','ratesOn':'1994-03-31','gt':1                   | /ratesOn        | not allowed without currency
            'type':'t','agg':'sum','field':'a','currency':'EUR','ratesOn':'today','gt':1 | /ratesOn    | a day such as
            'type':'t','agg':'count','gt':1,'where':{'attribute':{'path':'a','currency':'EUR','eq':1}} | /where/attribute/currency | with gt, gte, lt, lte or between
            'type':'t','agg':'count','gt':1,'where':{'attribute':{'path':'a','currency':'EUR','gt':'1994-01-01'}} | /where/attribute/currency | with gt, gte, lt, lte or between
            'type':'t','agg':'count','gt':1,'where':{'attribute':{'path':'a','currency':'X','gt':1}} | /where/attribute/currency | ISO 4217
            'type':'t','agg':'count'                                                 |                 | exactly one of gte, gt, lte, lt, eq
            'type':'t','agg':'count','gt':1,'lt':2                                   |                 | exactly one of gte, gt, lte, lt, eq
            'type':'t','agg':'count','gt':'many'                                     | /gt             | a decimal
            'type':'t','agg':'count','gt':1,'ne':2                                   | /ne             | unknown here
            'type':'t','agg':'count','gt':1,'window':'P90D'                          | /window         | an object with last, from, to
            'type':'t','agg':'count','gt':1,'window':{}                              | /window         | either last
            'type':'t','agg':'count','gt':1,'window':{'last':'P1D','to':'1994-01-01'} | /window        | either last
            'type':'t','agg':'count','gt':1,'window':{'last':'90 days'}              | /window/last    | ISO 8601 period
            'type':'t','agg':'count','gt':1,'window':{'last':'P0D'}                  | /window/last    | longer than nothing
            'type':'t','agg':'count','gt':1,'window':{'last':'-P1D'}                 | /window/last    | longer than nothing
            'type':'t','agg':'count','gt':1,'window':{'last':'P101Y'}                | /window/last    | at most 100 years
            'type':'t','agg':'count','gt':1,'window':{'last':'PT0.5S'}               | /window/last    | no finer than a second
            'type':'t','agg':'count','gt':1,'window':{'from':'yesterday'}            | /window/from    | a date such as
            'type':'t','agg':'count','gt':1,'window':{'from':'1994-01-01','to':'1994-01-01'} | /window | from before to
            'type':'t','agg':'count','gt':1,'where':{'segment':{'id':'x'}}           | /where/segment  | allowed are and, or, not, attribute
            'type':'t','agg':'count','gt':1,'where':{'events':{}}                    | /where/events   | allowed are and, or, not, attribute
            'type':'t','agg':'count','gt':1,'where':{'attribute':{'path':'a.b','eq':1}} | /where/attribute/path | a letter, then letters
            """)
    void pointsIntoABadEventsNode(String members, String inside, String allowed) {
        assertThat(findings("{'events':{" + members + "}}")).anySatisfy(finding -> {
            assertThat(finding.pointer()).isEqualTo("/rule/events" + (inside == null ? "" : inside));
            assertThat(finding.detail()).contains(allowed);
        });
    }

    @Test
    void findsEveryFaultAtOnce() {
        assertThat(findings("{'and':[{'attribute':{'path':'x','eq':1}},{'not':{'foo':1}}]}"))
                .extracting(FieldError::pointer)
                .containsExactly("/rule/and/0/attribute/path", "/rule/and/1/not/foo");
    }

    @Test
    void takesTwentyLevelsAndRefusesTwentyOne() {
        assertThat(RuleReader.read(json(nested(RuleReader.DEEPEST)), "/rule")).isNotNull();
        assertThat(findings(nested(RuleReader.DEEPEST + 1)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("at most 20 levels"));
    }

    @Test
    void takesTwoHundredNodesAndRefusesOneMore() {
        assertThat(RuleReader.read(json(wide(RuleReader.MOST_NODES - 1)), "/rule"))
                .isNotNull();
        assertThat(findings(wide(RuleReader.MOST_NODES))).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo("/rule/and/199");
            assertThat(finding.detail()).contains("at most 200");
        });
    }

    @Test
    void refusesNumbersThatUnfoldIntoMillionsOfDigits() {
        assertThat(findings("{'attribute':{'path':'attributes.x','eq':1e1000000}}"))
                .extracting(FieldError::pointer)
                .containsExactly("/rule/attribute/eq");
    }

    @Test
    void namesWhatARuleLooksAt() {
        Rule rule = RuleReader.read(
                json("{'or':[{'not':{'events':{'type':'login','agg':'count','gt':1}}},{'events':{'type':'transaction',"
                        + "'agg':'count','gt':1}},{'segment':{'id':'0197a3f0-0000-7000-8000-000000000001'}}]}"),
                "/rule");

        assertThat(RuleInputs.activityTypes(rule)).containsExactlyInAnyOrder("login", "transaction");
        assertThat(RuleInputs.segments(rule)).hasSize(1);
    }

    private static String nested(int levels) {
        return "{'not':".repeat(levels - 1) + TIER + "}".repeat(levels - 1);
    }

    private static String wide(int parts) {
        return IntStream.range(0, parts).mapToObj(part -> TIER).collect(Collectors.joining(",", "{'and':[", "]}"));
    }

    private static List<FieldError> findings(String rule) {
        var refused = new InvalidRule[1];
        assertThatThrownBy(() -> RuleReader.read(json(rule), "/rule"))
                .isInstanceOfSatisfying(InvalidRule.class, refusal -> refused[0] = refusal);
        return refused[0].errors();
    }
}
