package dev.musterpoint.connections.tls;

import dev.musterpoint.drills.spec.Params;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Speaks TLS over sockets that others connected. Its files are read once, when it is made. Thread-safe. */
public final class TlsClient {
    private static final char[] NO_PASSPHRASE = {};

    private final SSLContext context;
    private final boolean checksName;

    private TlsClient(SSLContext context, boolean checksName) {
        this.context = context;
        this.checksName = checksName;
    }

    /**
     * What to read.
     *
     * @param ca       whom to trust, in place of those whom Java trusts
     * @param cert     our own certificate with its chain, for servers that ask for one (mTLS); together with {@code key}
     * @param key      our own private key, PKCS #8
     * @param insecure trust anybody, and check no name
     */
    public record Options(Optional<Path> ca, Optional<Path> cert, Optional<Path> key, boolean insecure) {
        /** Trust whom Java trusts, and show no certificate. */
        public static final Options USUAL = new Options(Optional.empty(), Optional.empty(), Optional.empty(), false);

        public Options {
            Objects.requireNonNull(ca);
            Objects.requireNonNull(cert);
            Objects.requireNonNull(key);
            if (cert.isPresent() != key.isPresent()) {
                throw new IllegalArgumentException("'certFile' needs 'keyFile', and the other way round: give both");
            }
            if (insecure && ca.isPresent()) {
                throw new IllegalArgumentException(
                        "'insecure' trusts anybody, so there is no use for a CA: leave one of them out");
            }
        }

        /** Reads {@code caFile}, {@code certFile}, {@code keyFile} and {@code insecure}. */
        public static Options of(Params params) {
            return new Options(
                    params.find("caFile").map(Path::of),
                    params.find("certFile").map(Path::of),
                    params.find("keyFile").map(Path::of),
                    params.flag("insecure", false));
        }
    }

    /** @throws IllegalArgumentException when a file does not hold what it should */
    public static TlsClient of(Options options) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(options), trust(options), null);
            return new TlsClient(context, !options.insecure());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    /** Null lets Java choose. */
    private static KeyManager[] keys(Options options) throws GeneralSecurityException, IOException {
        if (options.cert().isEmpty()) {
            return null;
        }
        List<Certificate> chain = PemFiles.certificates(options.cert().get());
        KeyStore store = emptyStore();
        store.setKeyEntry(
                "client",
                PemFiles.privateKey(options.key().orElseThrow()),
                NO_PASSPHRASE,
                chain.toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSPHRASE);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trust(Options options) throws GeneralSecurityException, IOException {
        if (options.insecure()) {
            return new TrustManager[] {new TrustsAnybody()};
        }
        if (options.ca().isEmpty()) {
            return null;
        }
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate certificate : PemFiles.certificates(options.ca().get())) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    /** Shakes hands over a connected socket. Closing {@code socket} breaks it off; so it can be cancelled. */
    public Socket secure(Socket socket, String host, int port) throws IOException {
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
        if (checksName) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
        }
        secured.startHandshake();
        return secured;
    }
}
