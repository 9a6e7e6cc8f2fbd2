package dev.musterpoint.verifiers.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates come from the JDK's own keytool: two identities, each its own authority. */
class TlsProbeTests {
    private static final char[] PASSPHRASE = "changeit".toCharArray();

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeIdentities() throws Exception {
        identity("server", "ip:127.0.0.1");
        identity("client", "dns:client");
        identity("elsewhere", "dns:elsewhere");
    }

    private static void identity(String name, String alternative) throws Exception {
        Path store = folder.resolve(name + ".p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=" + alternative));
        command.addAll(List.of("-validity", "2", "-keystore", store.toString(), "-storepass", "changeit"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = keys(name);
        pem(name + ".crt", "CERTIFICATE", keys.getCertificate(name).getEncoded());
        pem(name + ".key", "PRIVATE KEY", keys.getKey(name, PASSPHRASE).getEncoded());
    }

    private static KeyStore keys(String name) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            keys.load(in, PASSPHRASE);
        }
        return keys;
    }

    private static void pem(String file, String kind, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(content);
        Files.writeString(
                folder.resolve(file), "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    /** A server that trusts the client's certificate, and asks for it if {@code needsClient}. */
    private static RawServer server(String identity, boolean needsClient) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys(identity), PASSPHRASE);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("client", keys("client").getCertificate("client"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 8, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(needsClient);
        byte[] answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        return new RawServer(socket, (connection, out) -> out.write(answer));
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static boolean correct(RawServer server, Map<String, Object> tls) throws Exception {
        return Probes.ask("https://127.0.0.1:" + server.port() + "/", Map.of("tls", tls))
                .correct();
    }

    @Test
    void trustsItsCa() throws Exception {
        try (RawServer server = server("server", false)) {
            assertThat(correct(server, Map.of("caFile", file("server.crt")))).isTrue();
        }
    }

    @Test
    void refusesWhomItDoesNotKnowUnlessTold() throws Exception {
        try (RawServer server = server("server", false)) {
            assertThatThrownBy(() -> correct(server, Map.of())).isInstanceOf(SSLException.class);
            assertThatThrownBy(() -> correct(server, Map.of("caFile", file("client.crt"))))
                    .isInstanceOf(SSLException.class);
            assertThat(correct(server, Map.of("insecure", true))).isTrue();
        }
    }

    @Test
    void refusesACertificateOfAnotherName() throws Exception {
        try (RawServer server = server("elsewhere", false)) {
            assertThatThrownBy(() -> correct(server, Map.of("caFile", file("elsewhere.crt"))))
                    .isInstanceOf(SSLException.class);
            assertThat(correct(server, Map.of("insecure", true))).isTrue();
        }
    }

    @Test
    void showsItsOwnCertificateWhereOneIsAskedFor() throws Exception {
        try (RawServer server = server("server", true)) {
            assertThatThrownBy(() -> correct(server, Map.of("caFile", file("server.crt"))))
                    .isInstanceOf(IOException.class);
            assertThat(correct(
                            server,
                            Map.of(
                                    "caFile",
                                    file("server.crt"),
                                    "certFile",
                                    file("client.crt"),
                                    "keyFile",
                                    file("client.key"))))
                    .isTrue();
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        Map<String, Object> swapped =
                Map.of("certFile", file("client.crt"), "keyFile", file("client.crt"), "insecure", true);

        assertThatThrownBy(() -> Probes.of("https://127.0.0.1/", Map.of("tls", swapped)))
                .hasMessageContaining("PKCS #8")
                .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
        assertThatThrownBy(() -> Probes.of("https://127.0.0.1/", Map.of("tls", Map.of("caFile", file("client.key")))))
                .hasMessageContaining("holds no certificate");
    }
}
