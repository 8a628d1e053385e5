package io.clientele.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reply that can be kept and given again.
 *
 * @param status 200 to 299
 * @param headers such as Location and ETag
 * @param body written as JSON; null for none
 */
public record Reply(
        int status, Map<String, String> headers, @Nullable Object body) {

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** 200 with the resource. */
    public static Reply ok(Object body) {
        return new Reply(200, Map.of(), body);
    }

    /** 201 with the new resource's path and representation. */
    public static Reply created(String location, Object body) {
        return new Reply(201, Map.of(HttpHeaders.LOCATION, location), body);
    }

    /** 202 with the path of the resource that shows progress. */
    public static Reply accepted(String location, Object body) {
        return new Reply(202, Map.of(HttpHeaders.LOCATION, location), body);
    }

    /** 204. */
    public static Reply noContent() {
        return new Reply(204, Map.of(), null);
    }

    /** With the entity tag of the resource's version after the change. */
    public Reply withTag(Versioned resource) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(HttpHeaders.ETAG, IfMatch.tag(resource));
        return new Reply(status, more, body);
    }

    /** As a JAX-RS response. */
    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(status).entity(body);
        headers.forEach(response::header);
        return response.build();
    }
}
