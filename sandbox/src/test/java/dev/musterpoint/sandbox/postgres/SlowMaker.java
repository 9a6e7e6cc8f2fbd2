package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.sandbox.kind.SandboxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that begins to make a cache entry and never ends. Its argument is the cache's root. */
final class SlowMaker {
    private SlowMaker() {}

    public static void main(String[] args) throws Exception {
        new Cache(Path.of(args[0])).get("entry", directory -> {
            Files.writeString(directory.resolve("half"), "torn");
            waitForEver();
        });
    }

    private static void waitForEver() throws SandboxException {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            throw new SandboxException("interrupted", e);
        }
    }
}
