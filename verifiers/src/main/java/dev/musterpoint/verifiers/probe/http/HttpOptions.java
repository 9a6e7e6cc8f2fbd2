package dev.musterpoint.verifiers.probe.http;

import dev.musterpoint.connections.tls.TlsClient;
import dev.musterpoint.drills.spec.Params;
import java.net.URI;
import java.util.Optional;

/**
 * A probe's parameters, read.
 *
 * @param follow   whether redirects are followed
 * @param pooled   whether connections are kept
 * @param identity the header that names the answering server
 */
record HttpOptions(
        URI url,
        String method,
        String body,
        Expectation expectation,
        boolean follow,
        boolean pooled,
        Optional<String> identity,
        TlsClient.Options tls) {

    static HttpOptions of(Params params) {
        URI url = HttpUrls.parse(params.text("url"))
                .orElseThrow(() -> new IllegalArgumentException("'" + params.text("url") + "' cannot be asked"));
        return new HttpOptions(
                url,
                params.text("method", "GET"),
                params.text("body", ""),
                Expectation.of(params.nested("expect")),
                params.text("redirects", "off").equals("follow"),
                params.text("connections", "fresh").equals("pooled"),
                params.nested("identity").find("header"),
                TlsClient.Options.of(params.nested("tls")));
    }
}
