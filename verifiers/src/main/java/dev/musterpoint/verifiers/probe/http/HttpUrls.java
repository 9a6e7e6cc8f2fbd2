package dev.musterpoint.verifiers.probe.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses that a probe can ask. */
final class HttpUrls {
    private HttpUrls() {}

    /** An absolute address of http or https with a host, and no user in it; empty for anything else. */
    static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text)).filter(HttpUrls::canBeAsked);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean canBeAsked(URI url) {
        boolean scheme = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        return scheme && url.getHost() != null && url.getRawUserInfo() == null && url.getPort() <= 65535;
    }

    /** {@code location} as seen from {@code from}. */
    static Optional<URI> resolve(URI from, String location) {
        try {
            return Optional.of(from.resolve(new URI(location))).filter(HttpUrls::canBeAsked);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
