package dev.musterpoint.programme.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaltLeverTests {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @TempDir
    Path folder;

    private Path runs;
    private HaltLever lever;

    @BeforeEach
    void makeLever() {
        runs = folder.resolve("runs");
        lever = new HaltLever(runs);
    }

    @Test
    void isNotEngagedWhereNothingIs() {
        assertThat(lever.engaged()).isEmpty();
        assertThat(lever.release()).isFalse();
    }

    @Test
    void staysEngagedForEverybodyUntilItIsReleased() {
        lever.engage("the shop is on fire", "jane", NOW);

        assertThat(new HaltLever(runs).engaged()).contains(new Halt("the shop is on fire", "jane", NOW));
        assertThat(new HaltLever(runs).release()).isTrue();
        assertThat(lever.engaged()).isEmpty();
        assertThat(lever.release()).isFalse();
    }

    @Test
    void theLastReasonCounts() {
        lever.engage("one", "jane", NOW);
        lever.engage("two", "joe", NOW.plusSeconds(1));
        assertThat(lever.engaged()).map(Halt::reason).contains("two");
    }

    @Test
    void isEngagedByAnyFileOfItsName() throws IOException {
        Files.createDirectories(runs);
        Files.createFile(runs.resolve("halt"));
        assertThat(lever.engaged()).map(Halt::by).contains("somebody");
    }

    @Test
    void saysSoWhenItCannotBeSeen() throws IOException {
        Files.createDirectories(runs.resolve("halt"));
        assertThatThrownBy(lever::engaged)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the halt lever");
    }
}
