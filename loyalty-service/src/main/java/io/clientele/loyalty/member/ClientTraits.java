package io.clientele.loyalty.member;

import io.clientele.contracts.clients.ClientState;
import io.clientele.contracts.clients.HeldProduct;
import io.clientele.loyalty.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * What conditions of programmes and gifts ask about a client: the products held, whether the client works for the bank
 * (attribute {@code staff}) or holds a public office (attribute {@code publicOfficial}). Kept by the client events; one
 * older than what is held changes nothing.
 */
@ApplicationScoped
public class ClientTraits {

    private static final String KEEP = """
            INSERT INTO client_trait AS known (client_id, products, staff, public_official, sequence) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (client_id) DO UPDATE SET products = excluded.products, staff = excluded.staff,
                public_official = excluded.public_official, sequence = excluded.sequence
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

    private static boolean says(ClientState client, String attribute) {
        return Boolean.TRUE.equals(client.attributes().get(attribute));
    }
}
