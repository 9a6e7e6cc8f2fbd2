package dev.musterpoint.drills.spec;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** An {@code http} or {@code https} address: whom a request goes to. */
public record WebAddress(URI uri) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    public WebAddress {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
            throw new IllegalArgumentException("must be an address such as https://host:8080/path");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("must not hold a user's name; give credentials as headers");
        }
    }

    /** @throws IllegalArgumentException when {@code text} is no such address, with a message that a key's name precedes */
    public static WebAddress parse(String text) {
        try {
            return new WebAddress(new URI(text));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no address: " + e.getReason(), e);
        }
    }

    /** What is wrong with {@code text}, for a message that a key's name precedes; empty when it is an address. */
    public static Optional<String> problem(String text) {
        try {
            parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The host's name or address, in small letters. */
    public String host() {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    /** {@code host:port}, with the scheme's own port where the address names none. */
    public String hostAndPort() {
        int usual = uri.getScheme().equalsIgnoreCase("https") ? HTTPS_PORT : HTTP_PORT;
        return host() + ":" + (uri.getPort() < 0 ? usual : uri.getPort());
    }
}
