package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.AutoComplete;
import picocli.CommandLine;

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
    void tabCompletesThem() {
        Finished.run(here);
        List<CharSequence> drills = new ArrayList<>();
        List<CharSequence> runs = new ArrayList<>();
        CommandLine line = new Commands(app(true)).commandLine();

        AutoComplete.complete(line.getCommandSpec(), new String[] {"drill", "run", "qui"}, 2, 3, 13, drills);
        AutoComplete.complete(line.getCommandSpec(), new String[] {"run", "watch", "2026"}, 2, 4, 14, runs);

        assertThat(drills).containsExactly("ckstart");
        assertThat(runs).hasSize(1);
    }

    private List<String> completed(String... words) {
        List<CharSequence> found = new ArrayList<>();
        String last = words[words.length - 1];
        AutoComplete.complete(
                new Commands(app(true)).commandLine().getCommandSpec(),
                words,
                words.length - 1,
                last.length(),
                String.join(" ", words).length(),
                found);
        return found.stream().map(rest -> last + rest).toList();
    }

    @Test
    void tabCompletesTypesTemplatesAndSandboxes() throws IOException {
        Files.createDirectories(here.resolve("state/sandboxes/postgres-pair-7"));

        assertThat(completed("fault", "show", "process/")).containsExactly("process/kill", "process/pause");
        assertThat(completed("probe", "show", "s")).containsExactly("sql");
        assertThat(completed("step", "show", "postgres/p")).containsExactly("postgres/promote");
        assertThat(completed("workload", "show", "s")).containsExactly("sql");
        assertThat(completed("system", "show", "p")).containsExactly("postgres");
        assertThat(completed("sandbox", "up", "post")).containsExactly("postgres-pair");
        assertThat(completed("sandbox", "down", "post")).containsExactly("postgres-pair-7");
        assertThat(completed("drill", "new", "--template", "http-")).containsExactly("http-process", "http-watch");
        assertThat(completed("drill", "new", "--sandbox", "p")).containsExactly("postgres-pair-7");
        assertThat(completed("run", "abort", "la")).containsExactly("last");
        assertThat(completed("schema", "dr")).containsExactly("drill");
    }

    @Test
    void aScriptForAnotherShellHoldsNoneOfThem() {
        assertThat(new DrillNames(app(false))).isEmpty();
    }
}
