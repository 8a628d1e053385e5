package io.clientele.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiDocumentTest {

    @ParameterizedTest
    @EnumSource
    void committedDocumentIsTheGeneratedOne(PublishingService service) {
        AsyncApiDocument document =
                new AsyncApiDocument(service, new Documentation(ContractFiles.SOURCES), EventTypes.all());

        ContractFiles.matches(ContractFiles.API.resolve(service.serviceName() + ".asyncapi.yaml"), document.write());
    }

    @Test
    void everyTopicIsSentOrReceivedBySomeService() {
        assertThat(Arrays.stream(PublishingService.values())
                        .flatMap(service -> Stream.concat(service.sends().stream(), service.receives().stream())))
                .containsAll(Topics.ALL);
    }

    @Test
    void everyEventTravelsOnAKnownTopic() {
        assertThat(EventTypes.all())
                .extracting(event -> EventTypes.describe(event).topic())
                .isSubsetOf(Topics.ALL);
    }
}
