package dev.musterpoint.drills.spi;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/**
 * Knows the secrets in use and takes them out of any text on its way to a file, a log or a screen: as they are, and in
 * the encodings that servers and clients repeat them in. Thread-safe.
 */
public final class Redactor {
    private static final String MASK = "[redacted]";
    /** Shorter values would mask ordinary words and tell nothing. */
    private static final int SHORTEST = 4;

    private static final String CUT = "…";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Redactor PROCESS = new Redactor(Optional.empty());

    /** Longest first, so that a secret that begins another does not leave the other's end behind. */
    private final Set<String> secrets = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private final Optional<Redactor> wider;

    /** Knows nothing yet. What it learns, {@link #process} learns too. */
    public Redactor() {
        this(Optional.of(PROCESS));
    }

    private Redactor(Optional<Redactor> wider) {
        this.wider = wider;
    }

    /** Knows all secrets of this process, whoever uses them: for logs and error messages, which belong to no run. */
    public static Redactor process() {
        return PROCESS;
    }

    /** Registers {@code secret} and returns it. */
    public String protect(String secret) {
        for (String form : SecretForms.of(secret)) {
            if (form.length() >= SHORTEST) {
                secrets.add(form);
            }
        }
        wider.ifPresent(process -> process.protect(secret));
        return secret;
    }

    /** {@code text} without the secrets in it. A SHA-256 is left alone: four hexadecimal digits happen in any of them. */
    public String redact(String text) {
        if (secrets.isEmpty() || DIGEST.matcher(text).matches() && !secrets.contains(text)) {
            return text;
        }
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MASK);
        }
        return clean.contains(CUT) ? withoutBeginnings(clean) : clean;
    }

    /** What was cut short may end with most of a secret. */
    private String withoutBeginnings(String text) {
        String clean = text;
        for (String secret : secrets) {
            for (int length = secret.length() - 1; length >= Math.max(SHORTEST, secret.length() / 2); length--) {
                clean = clean.replace(secret.substring(0, length) + CUT, MASK + CUT);
            }
        }
        return clean;
    }
}
