package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.shell.doctor.Check;
import dev.musterpoint.shell.doctor.Doctor;
import dev.musterpoint.shell.run.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentCommandsTests {
    @TempDir
    Path here;

    @Test
    void configSaysWhereEachSettingCameFrom() throws IOException {
        Files.writeString(here.resolve("mine.yaml"), "policy: rules/policy.yaml\noutput: table\n");

        assertThat(Typed.in(here, "config", "show", "--config", "mine.yaml", "--runs", "there")
                        .out())
                .contains(here.resolve("there").toString(), "--runs", "catalogue")
                .contains(
                        here.resolve("rules/policy.yaml").toString(),
                        here.resolve("mine.yaml").toString());
    }

    @Test
    void theProjectsFileSaysHowCommandsPrint() throws IOException {
        Files.writeString(here.resolve("muster.yaml"), "output: json\n");

        assertThat(Typed.in(here, "run", "list").out().strip()).isEqualTo("[ ]");
        assertThat(Typed.in(here, "run", "list", "-o", "table").out()).doesNotContain("[ ]");
    }

    @Test
    void aBrokenConfigurationEndsTheCommandWithItsPlace() throws IOException {
        Files.writeString(here.resolve("muster.yaml"), "rums: elsewhere\n");

        Typed typed = Typed.in(here, "run", "list");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("muster.yaml:1:1: unknown key 'rums'", "did you mean 'runs'?");
    }

    @Test
    void doctorFindsNothingAmissHere() {
        Typed typed = Typed.in(here, "doctor");

        assertThat(typed.code()).as(typed.out()).isZero();
        assertThat(typed.out()).contains("✓ java", "✓ postgres-pair", "✓ clock", "✓ runs", "✓ earlier runs");
    }

    @Test
    void doctorNamesRunsThatWereCutShort() {
        String runId = Finished.unsealed(here).run.runId();

        Typed typed = Typed.in(here, "doctor");

        assertThat(typed.code()).isEqualTo(69);
        assertThat(typed.out()).contains("✗ earlier runs: " + runId, "mend it: muster recover");
    }

    @Test
    void doctorNamesADirectoryThatCannotBeWritten() throws IOException {
        // Also root cannot make files here.
        Settings settings = new Settings(here, here, Path.of("/proc/self"), here.resolve("state"));

        assertThat(new Doctor(settings, Catalogue.load(), false).checks())
                .anyMatch(check -> check.name().equals("runs")
                        && check.state() == Check.State.FAILED
                        && check.mend().contains("MUSTER_RUNS"));
    }

    @Test
    void doctorNamesSandboxesThatNobodyKeeps() throws IOException {
        Files.createDirectories(here.resolve("state/sandboxes/postgres-pair-1"));

        assertThat(Typed.in(here, "doctor").out())
                .contains("nobody keeps postgres-pair-1 any more", "mend it: muster sandbox down postgres-pair-1");
        assertThat(Typed.in(here, "sandbox", "down").out()).contains("postgres-pair-1: gone");
    }

    @Test
    void doctorLooksAtTheSystemsAndProbesOfADrill() throws IOException {
        assertThat(Typed.in(here, "doctor", "--target", "quickstart").out())
                .contains("✓ db sandbox: it can be made here", "✓ plan");

        Files.writeString(here.resolve("nowhere.yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Drill
                metadata: { name: nowhere, title: Nowhere }
                spec:
                  hypothesis: Nobody answers.
                  environment: sandbox
                  probes: { port: { type: tcp, host: 127.0.0.1, port: 1 } }
                  objectives:
                    - { name: back, recoveryTime: { within: 1m, probes: [port] } }
                  faults:
                    - { name: nothing, type: noop, holdFor: 3m, target: { member: none } }
                  timing: { deadline: 2m }
                """);

        Typed typed = Typed.in(here, "doctor", "--target", "nowhere");

        assertThat(typed.code()).isEqualTo(69);
        assertThat(typed.out()).contains("✗ probe port: one attempt failed", "mend it: start the service");
    }
}
