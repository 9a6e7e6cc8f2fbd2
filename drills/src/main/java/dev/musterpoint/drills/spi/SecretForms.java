package dev.musterpoint.drills.spi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The forms in which a secret may come back: as it is, its parts, and each of these encoded. */
final class SecretForms {
    /** A line of a key, or a word behind {@code Bearer}; shorter ones could be ordinary words. */
    private static final int SHORTEST_PART = 8;
    /** Shorter encodings would happen by chance. */
    private static final int SHORTEST_ENCODED = 6;
    /** Longer ones are files; they are encoded by nobody. */
    private static final int LONGEST_ENCODED = 4096;

    private final Set<String> forms = new LinkedHashSet<>();

    private SecretForms() {}

    static Set<String> of(String secret) {
        SecretForms all = new SecretForms();
        all.add(secret);
        all.add(secret.strip());
        all.parts(secret);
        return all.forms;
    }

    private void parts(String secret) {
        for (String word : secret.split("\\s+")) {
            if (word.length() >= SHORTEST_PART && word.length() < secret.length()) {
                add(word);
            }
        }
        if (secret.regionMatches(true, 0, "Basic ", 0, 6)) {
            basic(secret.substring(6).strip());
        }
    }

    /** {@code user:password}, as RFC 7617 writes it. */
    private void basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            add(pair);
            add(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException notBasic) {
            // Then there is nothing in it to find.
        }
    }

    private void add(String secret) {
        if (secret.isBlank() || !forms.add(secret) || secret.length() > LONGEST_ENCODED) {
            return;
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        encoded(hex);
        encoded(hex.toUpperCase(Locale.ROOT));
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        encoded(url);
        encoded(url.replace("+", "%20"));
        encoded(url.toLowerCase(Locale.ROOT));
        String json = secret.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        encoded(json);
        encoded(json.replace("/", "\\/"));
        encoded(secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
        for (int before = 0; before < 3; before++) {
            base64(bytes, before);
        }
    }

    /** What of the secret is sure to show in Base64 when {@code before} bytes, modulo 3, stand in front of it. */
    private void base64(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = (before * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        if (to > from) {
            String sure = whole.substring(from, to);
            encoded(sure);
            encoded(sure.replace('+', '-').replace('/', '_'));
        }
    }

    private void encoded(String form) {
        if (form.length() >= SHORTEST_ENCODED) {
            forms.add(form);
        }
    }
}
