package io.clientele.loyalty.client;

import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.clients.HeldProduct;
import io.clientele.loyalty.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.jspecify.annotations.Nullable;

/**
 * What conditions of programmes and gifts ask about a client: the products held, whether the client works for the bank
 * (attribute {@code staff}) or holds a public office (attribute {@code publicOfficial}), and what it consented to. Kept by
 * the client events; one older than what is held changes nothing.
 */
@ApplicationScoped
public class ClientTraits {

    private static final String KEEP = """
            INSERT INTO client_trait AS known (client_id, products, staff, public_official, sequence) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (client_id) DO UPDATE SET products = excluded.products, staff = excluded.staff,
                public_official = excluded.public_official, sequence = excluded.sequence
            WHERE known.sequence < excluded.sequence""";

    private static final String CONSENT = """
            INSERT INTO client_consent AS known (client_id, purpose, channel, given, sequence) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT client_consent_pk DO UPDATE SET given = excluded.given, sequence = excluded.sequence
            WHERE known.sequence < excluded.sequence""";

    private final Sql sql;

    ClientTraits(Sql sql) {
        this.sql = sql;
    }

    /**
     * Takes a client's record.
     *
     * @param sequence the event's number among those of its client, from 1
     */
    @Transactional(TxType.MANDATORY)
    public void apply(ClientState client, long sequence) {
        sql.update(
                KEEP,
                client.clientId(),
                Sql.texts(client.products().stream()
                        .filter(held -> held.closedOn() == null)
                        .map(HeldProduct::product)
                        .distinct()
                        .toList()),
                says(client, "staff"),
                says(client, "publicOfficial"),
                sequence);
    }

    /**
     * Takes a client's word about a purpose.
     *
     * @param channel null for all channels
     * @param sequence the event's number among those of its client, from 1
     */
    @Transactional(TxType.MANDATORY)
    public void consent(String clientId, String purpose, @Nullable String channel, boolean given, long sequence) {
        sql.update(CONSENT, clientId, purpose, channel == null ? "" : channel, given, sequence);
    }

    private static boolean says(ClientState client, String attribute) {
        return Boolean.TRUE.equals(client.attributes().get(attribute));
    }
}
