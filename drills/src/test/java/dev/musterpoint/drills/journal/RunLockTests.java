package dev.musterpoint.drills.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;
import static org.awaitility.Durations.TEN_SECONDS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunLockTests {
    private static final Path LOCKS = Path.of("/proc/locks");

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("run.lock");
    }

    /** Waits for another process by looking, for there is nothing of it to wait on. */
    private void awaitHeld(Process other) {
        await().atMost(ONE_MINUTE).until(() -> Files.exists(directory.resolve("held")) || !other.isAlive());
        assertThat(other.isAlive()).as("the other process lives").isTrue();
    }

    @Test
    void anotherProcessKeepsTheLockUntilItIsKilled() throws Exception {
        Process other = OtherProcess.start("hold", file().toString());
        try {
            awaitHeld(other);
            assertThat(RunLock.tryAcquire(file())).isEmpty();
            assertThat(RunLock.isHeld(file())).isTrue();
            other.destroyForcibly();
            try (RunLock lock = RunLock.acquire(file())) {
                assertThat(lock).isNotNull();
                assertThat(RunLock.isHeld(file())).isTrue();
            }
            assertThat(RunLock.isHeld(file())).isFalse();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void askingWhetherItIsHeldDoesNotLoseOurOwn() throws Exception {
        try (RunLock lock = RunLock.acquire(file())) {
            assertThat(lock).isNotNull();
            assertThat(RunLock.isHeld(file())).isTrue();
            assertThat(RunLock.tryAcquire(file())).isEmpty();
            Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
            assertThat(RunLock.tryAcquire(link.resolve("run.lock"))).isEmpty();
            assertHeldForOthers();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void threadsThatRaceForItDoNotLoseTheWinnersLock() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        for (int round = 0; round < 200; round++) {
            Path file = directory.resolve("lock-" + round);
            List<Callable<Optional<RunLock>>> racers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                racers.add(() -> RunLock.tryAcquire(file));
            }
            List<RunLock> locks = new ArrayList<>();
            for (Future<Optional<RunLock>> racer : pool.invokeAll(racers)) {
                racer.get().ifPresent(locks::add);
            }
            assertThat(locks).hasSize(1);
            String inode = ":" + inode(file) + " ";
            // One look may miss a lock: the list moves up while it is read, whenever others let go. A lock that is lost
            // never comes.
            await().atMost(TEN_SECONDS).until(() -> Files.readString(LOCKS).contains(inode));
            locks.forEach(RunLock::close);
        }
        pool.shutdown();
    }

    private static String inode(Path file) throws Exception {
        return Files.getAttribute(file, "unix:ino").toString();
    }

    private void assertHeldForOthers() throws Exception {
        Process other = OtherProcess.start("hold", file().toString());
        try {
            assertThat(other.waitFor(2, TimeUnit.SECONDS)).isFalse();
            assertThat(directory.resolve("held")).doesNotExist();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void aRetiredLockLeavesNoFile() {
        RunLock lock = RunLock.acquire(file());
        lock.retire();
        assertThat(file()).doesNotExist();
        assertThat(RunLock.isHeld(file())).isFalse();
    }
}
