package dev.musterpoint.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.sandbox.kind.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTests {
    @TempDir
    Path root;

    private final AtomicInteger made = new AtomicInteger();

    private void make(Path directory) throws IOException {
        made.incrementAndGet();
        Files.writeString(directory.resolve("content"), "whole");
    }

    @Test
    void makesAnEntryOnce() throws Exception {
        Cache cache = new Cache(root.resolve("deep"));

        cache.get("entry", this::make);
        Path entry = cache.get("entry", this::make);

        assertThat(made).hasValue(1);
        assertThat(entry.resolve("content")).hasContent("whole");
    }

    @Test
    void showsNothingOfAnEntryThatCouldNotBeMade() throws Exception {
        Cache cache = new Cache(root);
        Cache.Maker failing = directory -> {
            make(directory);
            throw new SandboxException("planted");
        };

        assertThatThrownBy(() -> cache.get("entry", failing)).hasMessage("planted");

        assertThat(root.resolve("entry")).doesNotExist();
        assertThat(cache.get("entry", this::make).resolve("content")).exists();
    }

    @Test
    void beginsAnewWhatAKilledMakerLeft() throws Exception {
        Path partial = Files.createDirectories(root.resolve("entry.partial/bin"));
        Files.writeString(partial.resolve("half"), "torn");

        Path entry = new Cache(root).get("entry", this::make);

        assertThat(entry.resolve("bin")).doesNotExist();
        assertThat(entry.resolve("content")).hasContent("whole");
    }

    @Test
    void makesAnEntryOnceForManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Path> get = () -> new Cache(root).get("entry", this::make);
            for (Future<Path> entry : threads.invokeAll(List.of(get, get, get, get, get, get, get, get))) {
                assertThat(entry.get().resolve("content")).exists();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(made).hasValue(1);
    }
}
