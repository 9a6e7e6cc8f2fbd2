package dev.musterpoint.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CacheIT {
    @TempDir
    Path root;

    @Test
    void waitsForAnotherProcessAndTakesOverWhenItIsKilled() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowMaker.class.getName(),
                        root.toString())
                .inheritIO()
                .start();
        await().atMost(ONE_MINUTE).until(() -> Files.exists(root.resolve("entry.partial/half")));
        CompletableFuture<Path> entry = CompletableFuture.supplyAsync(this::make);
        assertThat(entry).isNotDone();

        other.destroyForcibly().waitFor();

        assertThat(entry.get(30, TimeUnit.SECONDS).resolve("content")).hasContent("whole");
        assertThat(entry.join().resolve("half")).doesNotExist();
    }

    private Path make() {
        try {
            return new Cache(root).get("entry", directory -> Files.writeString(directory.resolve("content"), "whole"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
