package dev.musterpoint.connections.secret;

import dev.musterpoint.drills.spec.Checks;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a secret is found: an environment variable or a file. Never the secret itself. */
public record SecretReference(Source source, String name) {
    private static final int MOST_BYTES = 64 * 1024;

    /** Where to look. */
    public enum Source {
        ENV,
        FILE
    }

    public SecretReference {
        Checks.text(name, "the name of a secret's source");
    }

    /** Reads {@code {env: NAME}} or {@code {file: PATH}}. @throws IllegalArgumentException when it is neither, or both */
    public static SecretReference of(Params reference) {
        if (reference.has("env") == reference.has("file")) {
            throw new IllegalArgumentException("a secret is written {env: NAME} or {file: PATH}");
        }
        return reference.has("env")
                ? new SecretReference(Source.ENV, reference.text("env"))
                : new SecretReference(Source.FILE, reference.text("file"));
    }

    /** Reads the facts {@code KEYEnv} or {@code KEYFile}; empty when there is neither. */
    public static Optional<SecretReference> ofFacts(Map<String, String> facts, String key) {
        if (facts.containsKey(key + "Env")) {
            return Optional.of(new SecretReference(Source.ENV, facts.get(key + "Env")));
        }
        return Optional.ofNullable(facts.get(key + "File")).map(file -> new SecretReference(Source.FILE, file));
    }

    /** {@code { env: NAME }}, as a drill has it. */
    @Override
    public String toString() {
        return "{ " + source.name().toLowerCase(Locale.ROOT) + ": " + name + " }";
    }

    /** The name of the fact that holds this reference to the secret {@code key}. */
    public String factName(String key) {
        return key + (source == Source.ENV ? "Env" : "File");
    }

    /**
     * The secret, made known to {@code redactor}; a line break at a file's end is not part of it.
     *
     * @throws IllegalStateException when the variable is not set
     * @throws UncheckedIOException  when the file cannot be read
     */
    public String resolve(Redactor redactor) {
        return redactor.protect(source == Source.ENV ? fromEnvironment() : fromFile());
    }

    private String fromEnvironment() {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalStateException(
                        "the environment variable " + name + " is not set; set it to the secret and start again"));
    }

    private String fromFile() {
        try {
            return read(Path.of(name)).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException("the secret's file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Of a regular file alone, and not much: a pipe or a device could be waited for, or read, for ever. */
    private static String read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is no regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("it is larger than 64 KiB, which no secret is");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
