package dev.musterpoint.drills.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.RecoveryStarted;
import dev.musterpoint.drills.evidence.Evidence.ResidueInspected;
import dev.musterpoint.drills.evidence.Evidence.RunEnded;
import dev.musterpoint.drills.evidence.Evidence.SegmentClosed;
import dev.musterpoint.drills.evidence.Evidence.TailRepaired;
import dev.musterpoint.drills.evidence.Evidence.UndoPrepared;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.journal.ChainSummary;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.kit.Chains;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.RunOnDisk;
import dev.musterpoint.drills.kit.SamplePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeOverTests {
    @TempDir
    Path directory;

    private RunDirectory whole;
    private byte[] journal;
    private int copies;

    @BeforeEach
    void runOnce() throws IOException {
        RunOnDisk run = new RunOnDisk(
                directory.resolve("runs"),
                new SamplePlan().workload().alsoStandby().build());
        run.drill.system.existing();
        run.execute();
        whole = run.run;
        journal = Files.readAllBytes(whole.journal());
    }

    /** A copy of the run whose journal has only its first {@code bytes}. */
    private NoopDrill cut(int bytes) throws IOException {
        Path copy = Files.createDirectories(directory.resolve("cut-" + copies++));
        for (String name : whole.files()) {
            Files.createDirectories(copy.resolve(name).getParent());
            Files.copy(whole.path().resolve(name), copy.resolve(name));
        }
        Files.write(copy.resolve("journal.jsonl"), Arrays.copyOf(journal, bytes));
        return new NoopDrill(copy);
    }

    private static CleanUp takeOver(NoopDrill drill) throws InterruptedException {
        return new TakeOver(drill.run, drill.catalogue(), drill.time, drill.time, "recover").recover("the runner died");
    }

    private List<Integer> lineEnds() {
        List<Integer> ends = new ArrayList<>(List.of(0));
        for (int i = 0; i < journal.length; i++) {
            if (journal[i] == '\n') {
                ends.add(i + 1);
            }
        }
        return ends;
    }

    /** What the first lines leave to be undone, worked out without the code under test. */
    private static List<String> pending(List<JournalEntry> entries) {
        Set<String> pending = new LinkedHashSet<>();
        for (JournalEntry entry : entries) {
            if (entry.body() instanceof UndoPrepared prepared) {
                pending.add(prepared.undo().id());
            } else if (entry.body() instanceof ResidueInspected seen
                    && seen.residue().state() == CleanUp.CLEAN) {
                pending.remove(seen.undo());
            }
        }
        List<String> lastFirst = new ArrayList<>(pending);
        Collections.reverse(lastFirst);
        return lastFirst;
    }

    private static List<String> undone(List<JournalEntry> recovery) {
        return recovery.stream()
                .map(JournalEntry::body)
                .filter(Evidence.UndoStarted.class::isInstance)
                .map(body -> ((Evidence.UndoStarted) body).undo())
                .toList();
    }

    @Test
    void undoesExactlyWhatIsPendingWhereverTheRunnerDied() throws Exception {
        List<JournalEntry> all = Chains.valid(whole.journal());
        List<Integer> ends = lineEnds();
        Set<List<String>> seen = new HashSet<>();
        for (int lines = 0; lines < ends.size(); lines++) {
            NoopDrill drill = cut(ends.get(lines));
            List<String> pending = pending(all.subList(0, lines));
            seen.add(pending);
            assertThat(takeOver(drill)).isEqualTo(CleanUp.CLEAN);
            List<JournalEntry> recovery = Chains.valid(drill.run.recovery());
            assertThat(undone(recovery)).as("after %d lines", lines).isEqualTo(pending);
            assertThat(handled(drill)).as("after %d lines", lines).containsExactlyElementsOf(pending);
            RecoveryStarted start = (RecoveryStarted) recovery.get(0).body();
            assertThat(start.journalHead())
                    .isEqualTo(ChainSummary.of(drill.run.journal()).head());
            assertThat(start.journalLines()).isEqualTo(lines);
            assertThat(recovery.get(recovery.size() - 1).body())
                    .isEqualTo(new RunEnded(RunOutcome.CRASHED, CleanUp.CLEAN, "the runner died"));
            assertEveryStreamIsInAChain(drill.run);
        }
        assertThat(seen).as("the cuts meet different things to undo").hasSize(4);
    }

    private static List<String> handled(NoopDrill drill) {
        return Stream.concat(
                        drill.fault.calls().stream().filter(call -> call.startsWith("recover ")),
                        drill.workload.calls().stream()
                                .filter("recover"::equals)
                                .map(call -> "recover workload-ledger"))
                .map(call -> call.substring("recover ".length()))
                .toList();
    }

    private static void assertEveryStreamIsInAChain(RunDirectory run) {
        List<JournalEntry> facts = new ArrayList<>(Chains.valid(run.journal()));
        facts.addAll(Chains.valid(run.recovery()));
        List<String> closed = facts.stream()
                .map(JournalEntry::body)
                .filter(SegmentClosed.class::isInstance)
                .map(SegmentClosed.class::cast)
                .peek(segment -> assertThat(Digests.of(run.path().resolve(segment.path())))
                        .isEqualTo(segment.sha256()))
                .map(SegmentClosed::path)
                .toList();
        assertThat(closed)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(run.files().stream()
                        .filter(name -> name.startsWith("ledger/") || name.startsWith("observations/"))
                        .toList());
    }

    @Test
    void cutsATornLastLineOffAndSaysSo() throws Exception {
        List<Integer> ends = lineEnds();
        int from = ends.get(ends.size() - 2);
        for (int bytes : List.of(from + 1, (from + journal.length) / 2, journal.length - 1)) {
            NoopDrill drill = cut(bytes);
            takeOver(drill);
            assertThat(Files.size(drill.run.journal())).isEqualTo(from);
            List<JournalEntry> recovery = Chains.valid(drill.run.recovery());
            assertThat(recovery.get(1).body())
                    .isEqualTo(new TailRepaired("journal.jsonl", bytes - from, "journal.jsonl.torn"));
            assertThat(Files.readAllBytes(drill.run.path().resolve("journal.jsonl.torn")))
                    .isEqualTo(Arrays.copyOfRange(journal, from, bytes));
        }
    }

    @Test
    void takingOverTwiceUndoesNothingTwice() throws Exception {
        NoopDrill drill = cut(lineEnds().get(12));
        takeOver(drill);
        int first = Chains.valid(drill.run.recovery()).size();
        List<String> calls = drill.fault.calls();
        assertThat(takeOver(drill)).isEqualTo(CleanUp.CLEAN);
        assertThat(drill.fault.calls()).isEqualTo(calls);
        List<JournalEntry> second = Chains.valid(drill.run.recovery());
        assertThat(undone(second.subList(first, second.size()))).isEmpty();
        assertEveryStreamIsInAChain(drill.run);
    }

    @Test
    void triesAgainWhatTheFirstRecovererCouldNotUndo() throws Exception {
        NoopDrill drill = cut(lineEnds().get(lineWith("InjectionReturned")));
        drill.fault.stand("db/primary");
        drill.fault.stuck();
        assertThat(takeOver(drill)).isEqualTo(CleanUp.DIRTY);
        NoopDrill later = new NoopDrill(drill.run.path());
        assertThat(takeOver(later)).isEqualTo(CleanUp.CLEAN);
        assertThat(later.fault.calls()).contains("recover fault-1-db/primary");
        Chains.valid(drill.run.recovery());
    }

    private int lineWith(String kind) {
        List<JournalEntry> all = Chains.valid(whole.journal());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).body().getClass().getSimpleName().equals(kind)) {
                return i + 1;
            }
        }
        throw new AssertionError("no " + kind);
    }

    @Test
    void oneLineThatCannotBeReadKeepsNoFaultInPlace() throws Exception {
        NoopDrill drill = cut(lineEnds().get(lineWith("InjectionReturned")));
        byte[] bytes = Files.readAllBytes(drill.run.journal());
        Arrays.fill(bytes, lineEnds().get(3), lineEnds().get(4) - 1, (byte) 0);
        Files.write(drill.run.journal(), bytes);
        assertThat(takeOver(drill)).isEqualTo(CleanUp.UNKNOWN);
        assertThat(drill.fault.calls()).contains("recover fault-1-db/primary");
        assertThat(Chains.valid(drill.run.recovery())).anySatisfy(entry -> assertThat(entry.body())
                .isInstanceOfSatisfying(Evidence.ProblemMet.class, problem -> assertThat(problem.where())
                        .isEqualTo("journal.jsonl:4")));
    }

    @Test
    void undoesThoughNothingCanBeWrittenDownAndSaysSo() throws Exception {
        NoopDrill drill = cut(lineEnds().get(lineWith("InjectionReturned")));
        // A directory where the chain should be: no file of that name can be made, whoever asks.
        Files.createDirectories(drill.run.recovery().resolve("in-the-way"));
        assertThatThrownBy(() -> takeOver(drill)).isInstanceOf(UncheckedIOException.class);
        assertThat(drill.fault.calls()).contains("recover fault-1-db/primary");
    }

    @Test
    void saysHowTheRunBegan() throws Exception {
        assertThat(TakeOver.runner(whole))
                .hasValueSatisfying(start -> assertThat(start.pid()).isEqualTo(1));
        assertThat(TakeOver.runner(cut(0).run)).isEmpty();
        NoopDrill torn = cut(5);
        Files.write(torn.run.journal(), "{\"seq\"".getBytes(StandardCharsets.UTF_8));
        assertThat(TakeOver.runner(torn.run)).isEmpty();
    }

    @Test
    void anUndoThatHangsKeepsNoOtherFaultInPlace() throws Exception {
        NoopDrill drill = cut(lineEnds().get(lineWith("WatchEnded")));
        drill.fault.stand("db/primary");
        drill.fault.stand("db/standby");
        drill.fault.recoverHangsIn("db/standby");
        assertThat(takeOver(drill)).isEqualTo(CleanUp.UNKNOWN);
        assertThat(drill.fault.since("db/primary")).isEmpty();
        assertThat(Chains.valid(drill.run.recovery())).anySatisfy(entry -> assertThat(entry.body())
                .isInstanceOfSatisfying(Evidence.ProblemMet.class, problem -> assertThat(problem.message())
                        .endsWith("undo it by hand: noop --undo db/standby")));
    }
}
