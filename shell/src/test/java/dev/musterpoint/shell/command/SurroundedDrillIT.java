package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.run.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/steps.md on a real PostgreSQL pair: setup, an output, a step that uses it, teardown. */
@Timeout(300)
class SurroundedDrillIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path EXAMPLES = HOME.resolve("docs/examples");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int muster(String... arguments) {
        Console console = new Console(
                new PrintWriter(out),
                new PrintWriter(err),
                new BufferedReader(new StringReader("")),
                false,
                100,
                false);
        return new Commands(new App(console, new Settings(HOME, folder, folder.resolve("runs")), false))
                .execute(arguments);
    }

    private void example(String... names) throws IOException {
        for (String name : names) {
            Files.copy(EXAMPLES.resolve(name), folder.resolve(name));
        }
    }

    @Test
    void anOrderOfTheSetupIsFoundAfterTheFailoverAndRemovedByTheTeardown() throws IOException {
        example("order-survives.yaml", "look-for-the-order.yaml");
        assertThat(muster("drill", "plan", "order-survives")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains(
                        "setup 2    place an order",
                        "teardown 1 remove the table",
                        "lock       service 'order-survives', free now");

        int code = muster("drill", "run", "order-survives");

        List<RunDirectory> runs = new RunStore(folder.resolve("runs")).list();
        assertThat(runs).as(err.toString()).hasSize(1);
        RunReader run = new RunReader(runs.get(0));
        assertThat(run.facts(Evidence.StepEnded.class))
                .as(err.toString())
                .extracting(step -> step.stage() + " " + step.name() + " " + step.outcome())
                .containsExactly(
                        "SETUP make the table DONE",
                        "SETUP place an order DONE",
                        "RUNBOOK notice that writes fail DONE",
                        "RUNBOOK make sure that it is no hiccup DONE",
                        "RUNBOOK promote the standby DONE",
                        "RUNBOOK look for the order DONE",
                        "TEARDOWN remove the table DONE");
        assertThat(run.facts(Evidence.OutputsPublished.class).get(0).outputs())
                .containsEntry("order", "4711")
                .containsEntry("customer", "O'Brien'); drop table shop_orders; --");
        assertThat(run.facts(Evidence.RunEnded.class))
                .extracting(Evidence.RunEnded::cleanUp)
                .containsExactly(CleanUp.CLEAN);
        assertThat(Files.readString(runs.get(0).report().resolve("report.html")))
                .contains("Setup and teardown; their time is not billed to the recovery", "Setup step 2");
        assertThat(code).as(err.toString()).isZero();
    }
}
