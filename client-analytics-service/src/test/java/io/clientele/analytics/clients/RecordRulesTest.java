package io.clientele.analytics.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.clientele.contracts.inbound.ClientRecord;
import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'PERSON'}",
                "{'type':'PERSON','birthDate':'2026-03-31'}",
                "{'type':'PERSON','birthDate':'1896-03-31','relationshipSince':'1896-03-31'}",
                "{'type':'PERSON','products':[{'product':'LOAN','id':'1','openedOn':'2031-01-01','closedOn':'2031-01-01'},{'product':'CARD','id':'1'}]}",
                "{'type':'COMPANY','name':'M','lei':'529900T8BM49AURSDO55','nace':'64.19','parentId':'2','ownership':100}",
                "{'type':'COMPANY','name':'M','nace':'K','parentId':'2','ownership':0.0001}",
                "{'type':'PERSON','attributes':{'a':'x','b':[1,true,'y'],'c':1e29}}"
            })
    void passes(String record) {
        assertThatCode(() -> RecordRules.check(record(record), TODAY)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/birthDate | {'type':'PERSON','birthDate':'2026-04-01'}",
                "/birthDate | {'type':'PERSON','birthDate':'1896-03-30'}",
                "/relationshipSince | {'type':'PERSON','birthDate':'1990-01-02','relationshipSince':'1990-01-01'}",
                "/relationshipSince | {'type':'PERSON','relationshipSince':'1699-12-31'}",
                "/name | {'type':'PERSON','name':' '}",
                "/name | {'type':'COMPANY'}",
                "/domicile | {'type':'PERSON','domicile':'cz'}",
                "/domicile | {'type':'PERSON','domicile':'ZZ'}",
                "/lei | {'type':'PERSON','lei':'529900T8BM49AURSDO55'}",
                "/nace | {'type':'COMPANY','name':'M','nace':'64.'}",
                "/nace | {'type':'COMPANY','name':'M','nace':'00'}",
                "/nace | {'type':'COMPANY','name':'M','nace':'W'}",
                "/sex | {'type':'COMPANY','name':'M','sex':'MALE'}",
                "/parentId | {'type':'COMPANY','name':'M','parentId':'1'}",
                "/ownership | {'type':'COMPANY','name':'M','ownership':50}",
                "/ownership | {'type':'COMPANY','name':'M','parentId':'2','ownership':0}",
                "/ownership | {'type':'COMPANY','name':'M','parentId':'2','ownership':100.0001}",
                "/ownership | {'type':'COMPANY','name':'M','parentId':'2','ownership':33.33333}",
                "/products/0/closedOn | {'type':'PERSON','products':[{'product':'LOAN','id':'1','openedOn':'2020-01-02','closedOn':'2020-01-01'}]}",
                "/products/1 | {'type':'PERSON','products':[{'product':'LOAN','id':'1'},{'product':'LOAN','id':'1'}]}",
                "/products/0/id | {'type':'PERSON','products':[{'product':'LOAN','id':''}]}",
                "/attributes | {'type':'PERSON','attributes':{'a.b':1}}",
                "/attributes/a | {'type':'PERSON','attributes':{'a':1e40}}"
            })
    void refuses(String pointer, String record) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> RecordRules.check(record(record), TODAY));

        assertThat(refused).isNotNull();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).extracting(FieldError::pointer).isEqualTo(List.of(pointer));
    }

    @Test
    void checkDigitsOfAnLeiAreVerified() {
        assertThat(new Lei("529900T8BM49AURSDO55").code()).isEqualTo("529900T8BM49AURSDO55");
        assertThat(new Lei("7LTWFZYICNSX8D621K86").code()).isEqualTo("7LTWFZYICNSX8D621K86");
        assertThatThrownBy(() -> new Lei("7LTWFZYICNSX8D612K86")).hasMessageContaining("check digits do not match");
        assertThatThrownBy(() -> new Lei("7ltwfzyicnsx8d621k86")).hasMessageContaining("18 upper-case");
    }

    private static ClientRecord record(String json) {
        try {
            return JSON.readValue(
                    json.replace('\'', '"').replaceFirst("\\{", "{\"clientId\":\"1\","), ClientRecord.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
