package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runbooks carried out by themselves on a real PostgreSQL pair. */
@Timeout(300)
class RunbookExecIT {
    @TempDir
    Path folder;

    private Typed exec(String runbook, String... more) {
        List<String> words = new ArrayList<>(List.of("runbook", "exec", runbook, "--drill", "quickstart"));
        words.addAll(List.of(more));
        return Typed.in(folder, words.toArray(String[]::new));
    }

    private List<RunDirectory> runs() {
        return new RunStore(folder.resolve("runs")).list();
    }

    private void write(String name, String steps) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Runbook
                metadata: { name: %s, title: For a test }
                spec:
                  steps:
                """.formatted(name) + steps.indent(4));
    }

    @Test
    void switchesAHealthyPairOverAndBackToAPair() throws IOException {
        Typed typed = exec("switch-over", "--yes");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("every step is done: 7 of 7 steps were done");
        RunDirectory directory = runs().get(0);
        RunReader run = new RunReader(directory);
        assertThat(run.facts(Evidence.InjectionReturned.class)).isEmpty();
        assertThat(run.facts(StepEnded.class)).hasSize(7);
        assertThat(Files.readString(directory.report().resolve("report.md")))
                .contains("| 4 | promote the standby | Act | ")
                .doesNotContain("Where the time went");
        assertThat(Typed.in(folder, "verify", directory.path().toString()).code())
                .isZero();
        assertThat(Typed.in(folder, "run", "assess", directory.runId()).out()).contains("MET");
    }

    @Test
    void endsWithOneWhenAStepFails() throws IOException {
        write("wrong", """
                - { name: expect a standby to write, part: act, planned: 1s, timeout: 9s, type: sql, system: db, with: { member: standby, query: create table t (i int), write: true } }
                - { name: never reached, part: check, planned: 1s, timeout: 9s, type: pause, with: { for: 1s } }
                """);

        Typed typed = exec("wrong", "--yes");

        assertThat(typed.code()).as(typed.err()).isEqualTo(1);
        assertThat(typed.out()).contains("0 of 2 steps were done; failed: 'expect a standby to write'");
    }

    @Test
    void endsWithThreeWhenNobodyIsThereForAStep() throws IOException {
        write("manual", """
                - { name: call, part: decide, planned: 1s, timeout: 9s, manual: Call somebody., unattended: skip }
                - { name: wait, part: act, planned: 1s, timeout: 9s, type: pause, with: { for: 100ms } }
                """);

        Typed typed = exec("manual", "--yes");

        assertThat(typed.code()).as(typed.err()).isEqualTo(3);
        assertThat(typed.out()).contains("1 of 2 steps were done and none failed; not tried to its end: 'call'");
    }

    @Test
    void changesNothingUnaskedOrDryOrHalted() {
        assertThat(exec("switch-over").code()).isEqualTo(2);
        Typed dry = exec("switch-over", "--dry-run");
        assertThat(dry.code()).isZero();
        assertThat(dry.out()).contains("step 4     act: promote the standby, planned 5 s");

        assertThat(Typed.in(folder, "halt", "engage", "--reason", "a test").code())
                .isZero();
        assertThat(exec("switch-over", "--yes").code()).isEqualTo(5);
        assertThat(runs()).isEmpty();
    }
}
