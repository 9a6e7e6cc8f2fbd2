package dev.musterpoint.reports.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.reports.Documents;
import dev.musterpoint.reports.ScriptedRun;
import dev.musterpoint.reports.ScriptedRun.Script;
import dev.musterpoint.reports.model.ObjectiveView;
import dev.musterpoint.reports.model.ReportModel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkdownReportTests {
    private static String read(Script script) {
        return read(ScriptedRun.of(script).model());
    }

    private static String read(ReportModel model) {
        return new String(Documents.render(new MarkdownReport(), model), StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void saysHowEveryKindOfRunEndedAndHowToVerifyIt(Script script) {
        ReportModel model = ScriptedRun.of(script).model();
        String page = read(model);

        assertThat(page)
                .startsWith("# The orders database loses its primary\n\n**")
                .contains("## Objectives")
                .contains("    muster verify " + model.runFacts().directory())
                .contains(model.runFacts().journalHead());
        assertThat(model.conclusion().objectives())
                .extracting(ObjectiveView::name)
                .allSatisfy(name -> assertThat(page).contains("| " + name + " |", "### " + name));
    }

    @Test
    void showsTheArithmeticOfTheIntervals() {
        assertThat(read(Script.MISSED))
                .contains("| orders recover | Missed | between 1.43 s and 1.51 s | within 1 s |")
                .contains("    ")
                .contains("a_m = 16.451200 s");
    }

    @Test
    void saysWhichPhasesWereNotMeasured() {
        assertThat(read(Script.MET))
                .contains("| Action: the steps that act | 420 ms |")
                .contains("Not measured: nothing here tells when it was restored");
    }

    @Test
    void listsWhatSystemsNotedAndWhatOfThatCouldNotBeRead() {
        assertThat(read(Script.MET))
                .contains("## What db noted", "| 09:00:17.000 | member primary | Killed: by signal 9 |")
                .contains("3 later events left out.")
                .contains("The log of the standby could not be read.");
    }

    @Test
    void countsTheWrites() {
        assertThat(read(Script.MET)).contains("## Writes", "| Acknowledged |", "| Lost |", "| Loss window |");
    }

    @Test
    void writesThatWereNotReadBackAreUnknownNotZero() {
        assertThat(read(Script.CRASHED)).contains("unknown, not zero");
    }

    @Test
    void saysThatTheFaultHadNoEffect() {
        assertThat(read(Script.NO_EFFECT)).contains("**No effect.**", "**no effect seen** until");
    }

    @Test
    void listsTheStepsPlannedAndActual() {
        assertThat(read(Script.MET)).contains("## Steps", "| No. | Step | Part | Planned | Actual | How it ended |");
    }

    @Test
    void theSameRunGivesTheSameBytes() {
        assertThat(read(Script.MET)).isEqualTo(read(Script.MET));
    }
}
