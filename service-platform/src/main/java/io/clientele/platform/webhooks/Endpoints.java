package io.clientele.platform.webhooks;

import io.clientele.platform.problem.FieldError;
import io.clientele.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where webhooks may be sent: public addresses over TLS, unless configured otherwise. */
@ApplicationScoped
class Endpoints {

    private static final int LONGEST_URL = 2_000;

    private final WebhookSettings settings;

    Endpoints(WebhookSettings settings) {
        this.settings = settings;
    }

    /**
     * The URL, when a subscription may have it. A name that does not resolve yet passes: every delivery checks again.
     *
     * @throws ProblemException 422 with the reason
     */
    URI checked(String url) {
        URI endpoint = parsed(url);
        boolean tls = "https".equals(endpoint.getScheme());
        if (!tls && !(settings.privateAddressesAllowed() && "http".equals(endpoint.getScheme()))) {
            throw refused("url-not-https", "A webhook is sent over https.");
        }
        if (endpoint.getHost() == null || endpoint.getUserInfo() != null || endpoint.getFragment() != null) {
            throw refused("url-malformed", "A webhook's URL has a host, and neither user nor fragment.");
        }
        try {
            resolve(endpoint);
        } catch (UnknownHostException notYet) {
            return endpoint;
        } catch (AddressRefused refused) {
            throw refused("url-address-private", "A webhook's URL names a public address.");
        }
        return endpoint;
    }

    /**
     * The address to connect to, and no other: between a check and a connection the name might change its address.
     *
     * @throws AddressRefused when one of the name's addresses is not public
     */
    InetAddress resolve(URI endpoint) throws UnknownHostException, AddressRefused {
        String host = endpoint.getHost();
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        InetAddress[] addresses = InetAddress.getAllByName(name);
        if (!settings.privateAddressesAllowed() && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
            throw new AddressRefused();
        }
        return addresses[0];
    }

    private static URI parsed(String url) {
        try {
            if (url.length() <= LONGEST_URL) {
                return new URI(url);
            }
        } catch (URISyntaxException malformed) {
            // answered below
        }
        throw refused("url-malformed", "A webhook's URL is absolute, with at most 2,000 characters.");
    }

    private static ProblemException refused(String code, String detail) {
        return ProblemException.ruleViolated(code, detail, new FieldError("/url", "cannot be used"));
    }

    /** The endpoint resolves to an address of a private network. */
    static final class AddressRefused extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
