package dev.musterpoint.drills.spi;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/** Knows the secrets in use and takes them out of any text on its way to a file, a log or a screen. Thread-safe. */
public final class Redactor {
    private static final String MASK = "[redacted]";
    /** Shorter values would mask ordinary words and tell nothing. */
    private static final int SHORTEST = 4;

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** Longest first, so that a secret that begins another does not leave the other's end behind. */
    private final Set<String> secrets = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Registers {@code secret} and returns it. */
    public String protect(String secret) {
        if (secret.length() >= SHORTEST) {
            secrets.add(secret);
        }
        return secret;
    }

    /** {@code text} without the secrets in it. A SHA-256 is left alone: four hexadecimal digits happen in any of them. */
    public String redact(String text) {
        if (DIGEST.matcher(text).matches() && !secrets.contains(text)) {
            return text;
        }
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MASK);
        }
        return clean;
    }
}
