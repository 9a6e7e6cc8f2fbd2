package dev.musterpoint.connections.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and private keys as OpenSSL writes them. */
final class PemFiles {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");

    private PemFiles() {}

    /** The certificates in {@code file}, at least one. @throws IllegalArgumentException when there is none */
    static List<Certificate> certificates(Path file) {
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(read(file)));
            if (!found.isEmpty()) {
                return List.copyOf(found);
            }
        } catch (CertificateException e) {
            throw new IllegalArgumentException(noCertificate(file), e);
        }
        throw new IllegalArgumentException(noCertificate(file));
    }

    private static String noCertificate(Path file) {
        return file + " holds no certificate; it should hold -----BEGIN CERTIFICATE-----";
    }

    /** The private key in {@code file}, in PKCS #8. @throws IllegalArgumentException when there is none */
    static PrivateKey privateKey(Path file) {
        Matcher key = KEY.matcher(new String(read(file), StandardCharsets.US_ASCII));
        if (!key.find()) {
            throw new IllegalArgumentException(file + " holds no key that can be read: it should hold"
                    + " -----BEGIN PRIVATE KEY----- (PKCS #8, without a passphrase);"
                    + " 'openssl pkcs8 -topk8 -nocrypt' turns other forms into it");
        }
        return decode(file, Base64.getMimeDecoder().decode(key.group(1)));
    }

    private static PrivateKey decode(Path file, byte[] encoded) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException another) {
                // A key says what it is for only to those who can read it.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java cannot read keys of " + algorithm, e);
            }
        }
        throw new IllegalArgumentException(file + " holds a key of none of these kinds: " + ALGORITHMS);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
