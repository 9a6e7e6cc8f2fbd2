package dev.musterpoint.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.kit.VirtualTime;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spi.Cancellation;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jline.builtins.ScreenTerminal;
import org.junit.jupiter.api.Test;

/** What a person sees on the screen of a terminal. */
class LiveRunViewTests {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 40;
    private static final RunDirectory RUN = new RunDirectory(Path.of("2026-11-22T09-00-00Z-sample"));
    private static final DrillPlan PLAN = new SamplePlan().build();
    private static final String TITLE = PLAN.spec().metadata().title();

    private final StringWriter written = new StringWriter();
    /** Somebody who presses Enter, which the terminal shows. */
    private final BufferedReader keyboard = new BufferedReader(new StringReader("\n")) {
        @Override
        public String readLine() {
            written.write("\n");
            return "";
        }
    };

    private final Console console =
            new Console(new PrintWriter(written), new PrintWriter(written), keyboard, true, WIDTH, true);
    private final LiveRunView view = new LiveRunView(console);

    private List<String> screen() {
        ScreenTerminal terminal = new ScreenTerminal(WIDTH, HEIGHT);
        terminal.write(written.toString().replace("\n", "\r\n"));
        return Stream.of(terminal.toString().split("\n"))
                .map(String::stripTrailing)
                .toList();
    }

    private static RunbookStep.Manual step(String name, String instructions) {
        return new RunbookStep.Manual(
                name,
                StepPart.DECIDE,
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                instructions,
                RunbookStep.Unattended.SKIP);
    }

    @Test
    void whatAPersonIsToDoStaysAboveTheRunWhichIsDrawnOnce() throws Exception {
        view.starting(RUN, PLAN, new VirtualTime());
        new TerminalOperator(console, view)
                .confirm(step("call the network team", "Their number\nis on the wall."), new Cancellation());
        view.finished(RUN, null);

        assertThat(screen())
                .containsSubsequence(
                        "For you to do: call the network team",
                        "Their number",
                        "is on the wall.",
                        "Press Enter when it is done.",
                        TITLE);
        assertThat(screen()).filteredOn(TITLE::equals).hasSize(1);
    }

    @Test
    void longInstructionsAreBrokenBetweenWords() throws Exception {
        view.starting(RUN, PLAN, new VirtualTime());
        new TerminalOperator(console, view)
                .confirm(
                        step("look", "word ".repeat(15) + "and sixteen\n\nnext paragraph " + "x".repeat(WIDTH)),
                        new Cancellation());
        view.finished(RUN, null);

        assertThat(screen())
                .containsSequence(
                        "word ".repeat(15) + "and",
                        "sixteen",
                        "",
                        "next paragraph",
                        "x".repeat(WIDTH),
                        "Press Enter when it is done.");
    }

    @Test
    void noInstructionSteersTheTerminal() throws Exception {
        view.starting(RUN, PLAN, new VirtualTime());
        new TerminalOperator(console, view).confirm(step("look", "all is\u001b[2J well"), new Cancellation());
        view.finished(RUN, null);

        assertThat(screen()).contains("all is\ufffd[2J well", TITLE);
    }
}
