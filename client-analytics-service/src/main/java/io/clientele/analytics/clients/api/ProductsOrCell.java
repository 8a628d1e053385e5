package io.clientele.analytics.clients.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.clientele.analytics.clients.api.ClientRequest.Product;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads contracts from a JSON array, or from the CSV cell that holds one. */
class ProductsOrCell extends StdDeserializer<List<@Nullable Product>> {

    private static final long serialVersionUID = 1L;
    private static final TypeReference<List<@Nullable Product>> PRODUCTS = new TypeReference<>() {};

    ProductsOrCell() {
        super(List.class);
    }

    @Override
    public List<@Nullable Product> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        boolean cell = context.isEnabled(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        if (cell && parser.currentToken() == JsonToken.VALUE_STRING) {
            try (JsonParser inner = parser.getCodec().getFactory().createParser(parser.getText())) {
                inner.setCodec(parser.getCodec());
                return inner.readValueAs(PRODUCTS);
            }
        }
        return context.readValue(parser, context.constructType(PRODUCTS.getType()));
    }
}
