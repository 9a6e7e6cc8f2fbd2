package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveNamesTests {
    @TempDir
    Path here;

    private App app(boolean interactive) {
        return Typed.app(here, new StringWriter(), new StringWriter(), interactive);
    }

    @Test
    void aRunThatBeganMeanwhileIsOffered() throws IOException {
        RunIds ids = new RunIds(app(true));
        assertThat(ids).containsExactly("last");

        Path run = Files.createDirectories(here.resolve("runs").resolve("2026-11-21T09-00-00Z-orders"));
        Files.createFile(run.resolve("journal.jsonl"));

        assertThat(ids).containsExactly("2026-11-21T09-00-00Z-orders", "last");
    }

    @Test
    void drillsAndRunbooksAreOfferedByName() {
        assertThat(new DrillNames(app(true))).contains("quickstart").doesNotContain("promote-standby");
        assertThat(new RunbookNames(app(true))).contains("promote-standby").doesNotContain("quickstart");
    }

    @Test
    void aScriptForAnotherShellHoldsNoneOfThem() {
        assertThat(new DrillNames(app(false))).isEmpty();
    }
}
