package dev.musterpoint.bench.mishap;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API server of a cluster of the testbed says, asked by a client that is not the product's. */
final class ClusterApi {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final HttpClient http;
    private final String server;
    private final String token;

    /** @param cluster its directory @param server host and port */
    ClusterApi(Path cluster, String server) throws IOException, GeneralSecurityException {
        this.http = HttpClient.newBuilder()
                .sslContext(trusting(cluster.resolve("pki/ca.crt")))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.server = "https://" + server;
        this.token = Files.readString(cluster.resolve("pki/token-admin"));
    }

    static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        try (InputStream certificate = Files.newInputStream(authority)) {
            known.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** The object or list at {@code path}. @throws AssertionError when there is none */
    JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + token)
                .timeout(LONGEST)
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
