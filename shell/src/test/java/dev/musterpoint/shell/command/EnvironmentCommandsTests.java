package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.shell.doctor.Check;
import dev.musterpoint.shell.doctor.Doctor;
import dev.musterpoint.shell.run.SettingSources;
import dev.musterpoint.shell.run.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentCommandsTests {
    @TempDir
    Path here;

    @Test
    void configSaysWhereEachSettingCameFrom() {
        Settings settings = new Settings(here, here, here.resolve("mine"), here.resolve("state"));

        assertThat(new SettingSources(settings, Map.of("MUSTER_RUNS", "mine", "NO_COLOR", "1")).all())
                .anyMatch(each -> each.name().equals("runs") && each.from().equals("MUSTER_RUNS"))
                .anyMatch(each -> each.name().equals("colour") && each.from().equals("NO_COLOR"));
        assertThat(new SettingSources(settings, Map.of()).all())
                .anyMatch(each -> each.name().equals("runs") && each.from().equals("--runs"));
        assertThat(Typed.in(here, "config", "show", "--runs", "there").out())
                .contains(here.resolve("there").toString(), "--runs", "catalogue");
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
}
