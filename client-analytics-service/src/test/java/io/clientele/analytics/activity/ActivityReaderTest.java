package io.clientele.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityReaderTest {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .disable(com.fasterxml.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    private static final ObjectMapper CSV = JsonMapper.builder().build();
    private static final String MONEY = "'amount':'700.00','currency':'CZK','direction':'CREDIT'";

    @Test
    void readsAnActivityWhateverTheOrderOfItsFields() throws IOException {
        Activity activity = read(STRICT, """
                {'data':{'category':'HOUSEHOLD','purposeCode':'',"channel":null,%s},'occurredAt':'1993-01-02T00:00:00+01:00',
                 'type':'transaction','clientId':'1','sourceId':'s 1'}""".formatted(MONEY));

        assertThat(activity.occurredAt()).isEqualTo(Instant.parse("1993-01-01T23:00:00Z"));
        assertThat(activity.type().name()).isEqualTo("transaction");
        assertThat(new String(activity.data(), StandardCharsets.UTF_8))
                .isEqualTo("{'category':'HOUSEHOLD',%s}".formatted(MONEY).replace('\'', '"'));
    }

    @Test
    void whatIsWrittenToTheTopicReadsBackTheSame() throws IOException {
        Activity activity = read(STRICT, transaction(MONEY + ",'channel':'Kč \\u0001 \\\\'"));

        Activity again = STRICT.readValue(activity.toJson(activity.occurredAt().toString()), Activity.class);

        assertThat(again).usingRecursiveComparison().isEqualTo(activity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sourceId   | {'clientId':'1','type':'login','occurredAt':'1993-01-01T00:00:00Z'}",
                "/sourceId   | {'sourceId':' ','clientId':'1','type':'login','occurredAt':'1993-01-01T00:00:00Z'}",
                "/clientId   | {'sourceId':'1','clientId':'?','type':'login','occurredAt':'1993-01-01T00:00:00Z'}",
                "/clientId   | {'sourceId':'1','clientId':1,'type':'login','occurredAt':'1993-01-01T00:00:00Z'}",
                "/type       | {'sourceId':'1','clientId':'1','occurredAt':'1993-01-01T00:00:00Z'}",
                "/type       | {'sourceId':'1','clientId':'1','type':'dance','occurredAt':'1993-01-01T00:00:00Z'}",
                "/occurredAt | {'sourceId':'1','clientId':'1','type':'login'}",
                "/occurredAt | {'sourceId':'1','clientId':'1','type':'login','occurredAt':'1993-01-01'}",
                "/data       | {'sourceId':'1','clientId':'1','type':'login','occurredAt':'1993-01-01T00:00:00Z','data':[]}",
                "/colour     | {'sourceId':'1','clientId':'1','type':'login','occurredAt':'1993-01-01T00:00:00Z','colour':1}",
                "/data/amount | {'sourceId':'1','clientId':'1','type':'transaction','occurredAt':'1993-01-01T00:00:00Z'}",
                "''          | []"
            })
    void namesTheFieldThatIsWrong(String pointer, String json) {
        assertThat(refusal(STRICT, json).errors())
                .extracting(FieldError::pointer)
                .isEqualTo(List.of(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'amount':'-1','currency':'CZK','direction':'CREDIT'",
                "'amount':'1.001','currency':'CZK','direction':'CREDIT'",
                "'amount':'1.5','currency':'JPY','direction':'CREDIT'",
                "'amount':'1.','currency':'CZK','direction':'CREDIT'",
                "'amount':'1e3','currency':'CZK','direction':'CREDIT'",
                "'amount':'1234567890123456','currency':'CZK','direction':'CREDIT'",
                "'amount':7,'currency':'CZK','direction':'CREDIT'",
                "'amount':'7','currency':'XXX','direction':'CREDIT'",
                "'amount':'7','currency':'CZK','direction':'SIDEWAYS'",
                "'amount':'7','amount':'8','currency':'CZK','direction':'CREDIT'",
                "'amount':'7','currency':'CZK','direction':'CREDIT','colour':'red'",
                "'amount':'7','currency':'CZK','direction':'CREDIT','channel':'a\\u0000b'",
                "'amount':'7','currency':'CZK','direction':'CREDIT','channel':'a\\ud83d'",
                "'amount':'7','currency':'CZK','direction':'CREDIT','channel':{}"
            })
    void holdsEachFieldToItsKind(String data) {
        assertThat(refusal(STRICT, transaction(data)).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'amount':'1.500','currency':'CZK','direction':'DEBIT'",
                "'amount':'0','currency':'JPY','direction':'DEBIT'"
            })
    void takesAmountsOfTheCurrencysMinorUnit(String data) throws IOException {
        assertThat(read(STRICT, transaction(data)).data()).isNotEmpty();
    }

    @Test
    void textStandsForANumberOrABooleanInCsvOnly() throws IOException {
        String contact =
                "{'sourceId':'1','clientId':'1','type':'service-contact','occurredAt':'1993-01-01T00:00:00Z','data':{'waitSeconds':'35','resolvedFirstTime':'true'}}";

        assertThat(new String(read(CSV, contact).data(), StandardCharsets.UTF_8))
                .isEqualTo("{\"waitSeconds\":35,\"resolvedFirstTime\":true}");
        assertThat(refusal(STRICT, contact).errors())
                .extracting(FieldError::pointer)
                .containsExactly("/data/waitSeconds");
    }

    @ParameterizedTest
    @MethodSource("types")
    void theExamplesOfEachTypeAreLegal(ActivityType type) throws IOException {
        String data = type.fields().stream()
                .map(field -> "\"" + field.name() + "\":" + field.example())
                .collect(java.util.stream.Collectors.joining(","));

        assertThat(read(
                                STRICT,
                                "{'sourceId':'1','clientId':'1','type':'%s','occurredAt':'1993-01-01T00:00:00Z','data':{%s}}"
                                        .formatted(type.name(), data))
                        .type())
                .isEqualTo(type);
    }

    static List<ActivityType> types() {
        return ActivityType.all();
    }

    private static String transaction(String data) {
        return "{'sourceId':'1','clientId':'1','type':'transaction','occurredAt':'1993-01-01T00:00:00Z','data':{%s}}"
                .formatted(data);
    }

    private static ProblemException refusal(ObjectMapper mapper, String json) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(mapper, json));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static Activity read(ObjectMapper mapper, String json) throws IOException {
        return mapper.readValue(json.replace('\'', '"'), Activity.class);
    }
}
