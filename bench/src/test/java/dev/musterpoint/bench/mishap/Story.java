package dev.musterpoint.bench.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.journal.ProgrammeEntry;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.reports.verify.Problem;
import dev.musterpoint.reports.verify.RunVerification;
import dev.musterpoint.shell.console.PlainRunView;
import dev.musterpoint.shell.console.RunWords;
import dev.musterpoint.verifiers.check.Assessor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the evidence of a run must be, whatever happened. */
final class Story {
    private static final Pattern TOLD = Pattern.compile("^ *[0-9]+\\.[0-9]{3} s  .*");

    private Story() {}

    /** It verifies, and the log of all attempts tells of its beginning and its end. */
    static void assertVerified(RunDirectory run) {
        assertThat(problems(run)).isEmpty();
        RunStore store = new RunStore(run.path().getParent());
        assertThat(store.programme().has(ProgrammeEntry.CREATED, run)).isTrue();
        assertThat(store.programme().has(ProgrammeEntry.SEALED, run)).isTrue();
    }

    static List<Problem> problems(RunDirectory run) {
        return new RunVerification(Assessor.standard()::assess).verify(run).problems();
    }

    /** Nothing is lost of what a person was told while it went on: each line of it is a fact in the journal. */
    static void assertKeepsAllThatWasTold(RunDirectory run, String said) {
        assertKeeps(run, told(said));
    }

    /**
     * The same for a device that failed. Linux may report the one sync as done that was under way at that moment, though its
     * line is lost: a loop that only appends and syncs shows it, too.
     */
    static void assertKeepsAllButTheLastThatWasTold(RunDirectory run, String said) {
        List<String> told = told(said);
        assertKeeps(run, told.subList(0, Math.max(0, told.size() - 1)));
    }

    private static List<String> told(String said) {
        return said.lines().filter(line -> TOLD.matcher(line).matches()).toList();
    }

    private static void assertKeeps(RunDirectory run, List<String> told) {
        List<String> kept = new ArrayList<>();
        Consumer<JournalEntry> words =
                entry -> RunWords.of(entry.body()).ifPresent(text -> kept.add(PlainRunView.line(entry, text)));
        new RunReader(run).journal(words);
        assertThat(kept).containsAll(told);
    }
}
