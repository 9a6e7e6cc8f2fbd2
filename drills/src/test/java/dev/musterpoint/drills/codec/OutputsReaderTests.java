package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SampleCatalogue;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.OutputReference;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ReferringText;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spec.StepOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputsReaderTests {
    private static final String SETUP = "  setup:\n"
            + "    - { name: restore, timeout: 30s, type: command, with: { run: [/bin/restore] }, outputs: { host: {"
            + " pointer: /host }, token: { lineAfter: token=, secret: true } } }\n";

    private static String drill(String more) {
        return Samples.changed("  runbook:", SETUP + more + "  runbook:");
    }

    private static List<String> problems(String more) {
        return Samples.problems(() -> Samples.drill(drill(more))).stream()
                .map(problem -> problem.substring(problem.indexOf(": ") + 2))
                .toList();
    }

    private static String step(String with) {
        return "    - { name: use, timeout: 30s, type: sql, system: db, with: { " + with + " } }\n";
    }

    @Test
    void readsOutputsAndWhereTheyAreUsed() {
        DrillSpec spec = Samples.drill(drill(step("query: \"select '${steps.restore.host}'\"")));
        Automated restore = (Automated) spec.setup().get(0);
        assertThat(restore.outputs())
                .containsExactly(
                        new StepOutput("host", new Params(Map.of("pointer", "/host")), false),
                        new StepOutput("token", new Params(Map.of("lineAfter", "token=")), true));
        Automated use = (Automated) spec.setup().get(1);
        assertThat(ReferringText.in(use.params())).containsExactly(new OutputReference("restore", "host"));
    }

    @Test
    void keepsEscapedReferencesAndThoseInVariablesPlainText() {
        DrillSpec spec = Samples.drill(
                drill(step("query: \"$${steps.restore.host} ${JDBC}\"")), Map.of("JDBC", "${steps.restore.token}"));
        Automated use = (Automated) spec.setup().get(1);
        assertThat(use.params().text("query")).isEqualTo("${steps.restore.host} ${steps.restore.token}");
    }

    @Test
    void refusesReferencesToWhatIsNotThere() {
        assertThat(problems(step("query: \"${steps.restor.host}\"")))
                .containsExactly("there is no step 'restor' that comes before; did you mean 'restore'?");
        assertThat(problems(step("query: \"${steps.restore.hots}\"")))
                .containsExactly("step 'restore' has no output 'hots'; did you mean 'host'?");
        assertThat(problems(step("query: \"${steps.use.host}\"")))
                .containsExactly(
                        "step 'use' has not been done by then: outputs are for steps and probes that come later");
        assertThat(problems(step("query: \"${steps.restore}\"")))
                .containsExactly("'${steps.restore}' names nothing: an output is named as ${steps.STEP.OUTPUT}");
    }

    @Test
    void refusesOutputsWhereTheyCannotStand() {
        String elsewhere = Samples.changed("  owner: team-shop", "  owner: \"${steps.restore.host}\"");
        assertThat(Samples.problems(() -> Samples.drill(elsewhere)))
                .singleElement()
                .asString()
                .contains("'owner' must be a single value, not an output of a step");
        assertThat(problems(step("query: select 1, write: \"${steps.restore.host}\"")))
                .singleElement()
                .asString()
                .contains("'write' must be a single value, not an output of a step");
    }

    @Test
    void refusesAShellScriptThatHoldsAnOutput() {
        assertThat(problems("    - { name: use, timeout: 30s, type: command, with: { run: [/bin/sh, -ec, \"ping"
                        + " ${steps.restore.host}\"] } }\n"))
                .singleElement()
                .asString()
                .contains("'run' holds a script with an output of a step in it");
    }

    @Test
    void letsProbesUseWhatTheSetupPublishes() {
        String probe = drill("").replace("url: \"", "url: \"http://${steps.restore.host}/\", unused: \"");
        assertThat(Samples.problems(() -> Samples.drill(probe)))
                .allMatch(problem -> !problem.contains("steps.restore"));
    }

    @Test
    void refusesOutputsThatNamesOrSourcesDoNotAllow() {
        assertThat(problems("    - { name: use, timeout: 30s, type: sql, system: db, with: { query: select 1 },"
                        + " outputs: { a-b: { column: x }, c: {} } }\n"))
                .containsExactly(
                        "'a-b' cannot be an output's name: use letters, digits and '_', beginning with no digit",
                        "output 'c': give one of: column");
        assertThat(problems("    - { name: use, timeout: 30s, type: postgres/promote, system: db, with: { member: x },"
                        + " outputs: { a: { column: x } } }\n"))
                .containsExactly("a step of type 'postgres/promote' publishes host, port, and nothing else");
    }

    @Test
    void checksARunbookAgainstTheDrillThatItServes() {
        String text = Samples.change(Samples.GOOD_RUNBOOK, "member: standby", "member: \"${steps.restore.host}\"");
        RunbookReader reader = new RunbookReader(SampleCatalogue.create(), name -> Optional.empty());
        Runbook alone = reader.read(Samples.file(text), Map.of());
        assertThat(alone.steps()).hasSize(4);
        DrillSpec spec = Samples.drill(drill(""));
        assertThat(reader.read(Samples.file(text), Map.of(), spec.setup())).isEqualTo(alone);
        assertThat(Samples.problems(() -> reader.read(Samples.file(text), Map.of(), List.of())))
                .singleElement()
                .asString()
                .contains("there is no step 'restore' that comes before");
    }
}
