package dev.musterpoint.connections.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.connections.secret.SecretReference.Source;
import dev.musterpoint.drills.spi.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferenceTests {
    private final Redactor redactor = new Redactor();

    @TempDir
    Path folder;

    private String resolve(Path file) {
        return new SecretReference(Source.FILE, file.toString()).resolve(redactor);
    }

    @Test
    void readsASecretFromItsFileAndMakesItKnown() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "hunter2-planted\n");

        assertThat(resolve(file)).isEqualTo("hunter2-planted");
        assertThat(redactor.redact("it was hunter2-planted")).isEqualTo("it was [redacted]");
    }

    @Test
    void neverReadsADevice() {
        assertThatThrownBy(() -> resolve(Path.of("/dev/zero")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the secret's file /dev/zero cannot be read: it is no regular file");
    }

    @Test
    void readsNoMoreThanASecretCanBe() throws IOException {
        Path file = Files.write(folder.resolve("disk.img"), new byte[65 * 1024]);

        assertThatThrownBy(() -> resolve(file)).hasMessageContaining("larger than 64 KiB");
    }
}
