package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTests {
    @TempDir
    Path here;

    private String bash(String line) throws IOException, InterruptedException {
        Path script = Files.writeString(
                here.resolve("completion"), Typed.in(here, "completion", "bash").out());
        Path asking = Files.writeString(here.resolve("asking"), """
                . "$1"
                # Only there while bash itself completes.
                compopt() { :; }
                COMP_WORDS=($2)
                COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
                _complete_muster
                printf '%s\\n' "${COMPREPLY[@]}"
                """);
        Process process = new ProcessBuilder("bash", asking.toString(), script.toString(), line)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        assertThat(bash("muster dr")).contains("drill");
        assertThat(bash("muster run wa")).contains("watch");
        assertThat(bash("muster run export --t")).contains("--to");
    }

    @Test
    void noScriptHoldsTheNamesOfThisMoment() {
        Finished.run(here);

        for (String shell : new String[] {"bash", "zsh", "fish"}) {
            assertThat(Typed.in(here, "completion", shell).out())
                    .contains("quickstart")
                    .doesNotContain("-sample", "plant-loss.yaml");
        }
    }

    @Test
    void fishKnowsEveryCommandAndItsOptions() {
        assertThat(Typed.in(here, "completion", "fish").out())
                .contains(
                        "complete -c muster -n '__muster_at' -a 'drill' -d 'List, write, check, plan and run drills.'",
                        "complete -c muster -n '__muster_at run' -a 'watch'",
                        "complete -c muster -n '__muster_under run export' -l to -r -F -d ",
                        "complete -c muster -n '__muster_under drill list' -s o -l output -x -a 'table json yaml'",
                        "complete -c muster -n '__muster_at schema' -a 'drill'");
    }

    @Test
    void quotesInDescriptionsDoNotEndThem() {
        assertThat(Typed.in(here, "completion", "fish").out().lines().filter(line -> line.startsWith("complete ")))
                .allMatch(line -> line.replace("\\\\", "")
                                        .replace("\\'", "")
                                        .chars()
                                        .filter(c -> c == '\'')
                                        .count()
                                % 2
                        == 0);
    }

    @Test
    void otherShellsAreNotKnown() {
        assertThat(Typed.in(here, "completion", "tcsh").code()).isEqualTo(2);
    }
}
