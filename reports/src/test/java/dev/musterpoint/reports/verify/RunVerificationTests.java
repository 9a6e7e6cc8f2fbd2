package dev.musterpoint.reports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.ProgrammeEntry;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.Seal;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.RunOnDisk;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.recovery.TakeOver;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding;
import dev.musterpoint.drills.verdict.Severity;
import dev.musterpoint.drills.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunVerificationTests {
    /** Of longer files, this many positions are flipped, chosen with a fixed seed. */
    private static final int SAMPLE = 300;

    @TempDir
    Path runs;

    private RunOnDisk made;
    private RunDirectory run;

    /** A run that was sealed twice and recovered once, with another run after it in the log of all attempts. */
    @BeforeEach
    void makeRun() throws InterruptedException {
        made = new RunOnDisk(runs, plan());
        run = made.run;
        made.drill.watch.confirmsAfter(Duration.ofMillis(300));
        made.drill.fault.stuck();
        made.execute();
        made.seal(RunVerificationTests::judge);
        NoopDrill later = new NoopDrill(run.path());
        new TakeOver(run, later.catalogue(), later.time, later.time, "recover").recover("it was left dirty");
        made.seal(RunVerificationTests::judge);
        RunOnDisk other = new RunOnDisk(runs, plan());
        assertThat(other.run.runId()).isNotEqualTo(run.runId());
    }

    private static DrillPlan plan() {
        return new SamplePlan()
                .workload()
                .timing(new Timing(
                        Duration.ofMillis(300),
                        Duration.ofSeconds(5),
                        Duration.ZERO,
                        Timing.DEFAULT_PAUSE_THRESHOLD,
                        Timing.DEFAULT_PAUSE_TICK))
                .build();
    }

    private static Assessment judge(DrillPlan plan, EvidenceLog evidence) {
        long[] facts = {0};
        evidence.journal(entry -> facts[0]++);
        Finding counted = new Finding.Issue("COUNTED", Severity.INFO, facts[0] + " facts");
        return new Assessment(
                "test", plan.source(), RunOutcome.COMPLETED, Verdict.MET, CleanUp.CLEAN, List.of(counted));
    }

    private VerificationResult verify() {
        return new RunVerification(RunVerificationTests::judge).verify(run);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(run.path())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String name(Path file) {
        return run.path().relativize(file).toString();
    }

    private void assertNames(String file) {
        assertThat(verify().problems()).as(file).extracting(Problem::file).contains(file);
    }

    private void assertFinds(ProblemKind kind, String file) {
        assertThat(verify().problems()).anySatisfy(problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.toString()).startsWith(file).contains(": " + kind + ": ");
        });
    }

    private List<String> lines(Path file) throws IOException {
        return new ArrayList<>(Files.readAllLines(file));
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    @Test
    void findsNothingWrongWithAnHonestRun() {
        VerificationResult result = verify();
        assertThat(result.problems()).isEmpty();
        assertThat(result.holds()).isTrue();
        assertThat(result.notes()).hasSize(1).first().asString().startsWith("unsigned");
    }

    @Test
    void noticesAnyFlippedBitAndNamesItsFile() throws IOException {
        Random random = new Random(20261121);
        int flips = 0;
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            for (int position : positions(whole.length, random)) {
                byte[] flipped = whole.clone();
                flipped[position] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, flipped);
                assertNames(name(file));
                flips++;
            }
            Files.write(file, whole);
        }
        assertThat(flips).isGreaterThan(2000);
        assertThat(verify().problems()).isEmpty();
    }

    private static List<Integer> positions(int length, Random random) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, length).boxed().toList());
        Collections.shuffle(all, random);
        return all.subList(0, Math.min(length, SAMPLE));
    }

    @Test
    void noticesAnyFlippedBitOfTheLogOfAllAttempts() throws IOException {
        Random random = new Random(20261121);
        Path log = runs.resolve("programme.jsonl");
        byte[] whole = Files.readAllBytes(log);
        // The last entry has nothing after it that would vouch for it; the entries of this run come before it.
        int vouched = new String(whole, 0, whole.length - 1, StandardCharsets.UTF_8).lastIndexOf('\n') + 1;
        for (int position = 0; position < vouched; position += 3) {
            byte[] flipped = whole.clone();
            flipped[position] ^= (byte) (1 << random.nextInt(8));
            Files.write(log, flipped);
            assertNames("programme.jsonl");
        }
    }

    @Test
    void noticesEachFileThatIsGoneCutOrGrown() throws IOException {
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertNames(name(file));
            if (whole.length > 0) {
                Files.write(file, Arrays.copyOf(whole, whole.length / 2));
                assertNames(name(file));
            }
            Files.write(file, whole);
            Files.writeString(file, "\n", StandardOpenOption.APPEND);
            assertNames(name(file));
            Files.write(file, whole);
        }
    }

    @Test
    void saysWhichKindOfThingIsMissing() throws IOException {
        Files.delete(run.plan());
        Files.delete(Seal.former(run, 1));
        assertFinds(ProblemKind.MISSING, "plan.json");
        assertFinds(ProblemKind.MISSING, "seal/manifest-1.json");
    }

    @Test
    void noticesEachLineThatIsGoneFromAChain() throws IOException {
        for (Path chain : List.of(run.journal(), run.recovery())) {
            List<String> whole = lines(chain);
            for (int i = 0; i < whole.size(); i++) {
                List<String> less = new ArrayList<>(whole);
                less.remove(i);
                write(chain, less);
                assertFinds(i == whole.size() - 1 ? ProblemKind.TRUNCATED : ProblemKind.MISSING, name(chain));
            }
            write(chain, whole);
        }
    }

    @Test
    void noticesLinesThatChangedPlaces() throws IOException {
        for (Path chain : List.of(run.journal(), run.recovery())) {
            List<String> whole = lines(chain);
            for (int i = 1; i < whole.size(); i++) {
                List<String> swapped = new ArrayList<>(whole);
                Collections.swap(swapped, i - 1, i);
                write(chain, swapped);
                assertFinds(ProblemKind.REORDERED, name(chain));
            }
            write(chain, whole);
        }
    }

    @Test
    void noticesALineThatIsThereTwice() throws IOException {
        List<String> whole = lines(run.journal());
        for (int i = 0; i < whole.size(); i++) {
            List<String> more = new ArrayList<>(whole);
            more.add(i, whole.get(i));
            write(run.journal(), more);
            assertFinds(ProblemKind.FORKED, "journal.jsonl");
        }
    }

    @Test
    void namesTheLineThatWasEdited() throws IOException {
        List<String> whole = lines(run.journal());
        whole.set(6, whole.get(6).replace("2026-11-21T09", "2026-11-21T08"));
        write(run.journal(), whole);
        assertThat(verify().problems()).anySatisfy(problem -> {
            assertThat(problem.kind()).isEqualTo(ProblemKind.EDITED);
            assertThat(problem.line()).isEqualTo(7);
        });
    }

    @Test
    void noticesAJournalThatWasWrittenAnewFromSomeLineOn() throws IOException {
        JsonCodec<JournalEntry> codec = JsonCodec.lines(JournalEntry.class);
        List<String> anew = new ArrayList<>();
        String prev = Digests.NOTHING;
        for (String line : lines(run.journal())) {
            JournalEntry old = codec.decode(line.getBytes(StandardCharsets.UTF_8), "test");
            JournalEntry entry = new JournalEntry(
                    old.seq(),
                    prev,
                    old.at().plusSeconds(anew.size() > 8 ? 1 : 0),
                    old.mono(),
                    old.actor(),
                    old.body());
            byte[] json = codec.encode(entry);
            prev = Digests.of(json);
            anew.add(new String(json, StandardCharsets.UTF_8));
        }
        write(run.journal(), anew);
        assertFinds(ProblemKind.FORKED, "journal.jsonl");
        assertFinds(ProblemKind.DIGEST_MISMATCH, "journal.jsonl");
    }

    @Test
    void noticesAFileThatNothingVouchesFor() throws IOException {
        Files.writeString(run.path().resolve("observations/more.jsonl"), "{}\n");
        Files.writeString(run.path().resolve("seal/extra.json"), "{}\n");
        assertFinds(ProblemKind.ADDED, "observations/more.jsonl");
        assertFinds(ProblemKind.ADDED, "seal/extra.json");
    }

    @Test
    void noticesAnAssessmentThatTheEvidenceDoesNotGiveThoughTheSealIsNew() throws IOException {
        String forged = Files.readString(run.assessment()).replace("\"MET\"", "\"MISSED\"");
        Files.writeString(run.assessment(), forged);
        Seal.write(run, "runner", Instant.EPOCH);
        assertFinds(ProblemKind.NOT_REPRODUCIBLE, "assessment.json");
        assertFinds(ProblemKind.DIGEST_MISMATCH, "programme.jsonl");
    }

    @Test
    void aJudgeThatFailsMakesTheAssessmentNotReproducible() {
        VerificationResult result = new RunVerification((plan, evidence) -> {
                    throw new IllegalStateException("no such ruleset");
                })
                .verify(run);
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_REPRODUCIBLE);
            assertThat(problem.what()).contains("no such ruleset");
        });
    }

    @Test
    void noticesTheSealOfAnotherRun() throws IOException {
        RunOnDisk other = new RunOnDisk(runs, plan());
        other.execute();
        other.seal(RunVerificationTests::judge);
        Files.copy(other.run.manifest(), run.manifest(), StandardCopyOption.REPLACE_EXISTING);
        assertFinds(ProblemKind.FORKED, "seal/manifest.json");
    }

    @Test
    void verifiesABundleAwayFromItsLogAndSaysWhatThatLeavesOpen(@TempDir Path elsewhere) throws IOException {
        Path bundle = elsewhere.resolve(run.runId());
        for (Path file : files()) {
            Path copy = bundle.resolve(name(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        VerificationResult result = new RunVerification(RunVerificationTests::judge).verify(new RunDirectory(bundle));
        assertThat(result.problems()).isEmpty();
        assertThat(result.notes()).anySatisfy(note -> assertThat(note).contains("no log of all attempts"));
    }

    @Test
    void noticesARunThatTheLogDoesNotKnow() throws IOException {
        Files.write(runs.resolve("programme.jsonl"), new byte[0]);
        assertFinds(ProblemKind.MISSING, "programme.jsonl");
    }

    @Test
    void noticesAnAttemptThatWasTakenOutOfTheLog() throws IOException {
        List<String> entries = lines(runs.resolve("programme.jsonl"));
        assertThat(entries).hasSize(4);
        entries.remove(1);
        write(runs.resolve("programme.jsonl"), entries);
        assertFinds(ProblemKind.MISSING, "programme.jsonl");
        JsonCodec<ProgrammeEntry> codec = JsonCodec.lines(ProgrammeEntry.class);
        assertThat(codec.decode(entries.get(1).getBytes(StandardCharsets.UTF_8), "test")
                        .event())
                .isEqualTo(ProgrammeEntry.SEALED);
    }

    @Test
    void neverFollowsEvidenceOutOfTheRun() throws IOException {
        Files.writeString(runs.resolve("outside.jsonl"), "secret\n");
        List<String> whole = lines(run.journal());
        whole.replaceAll(line -> line.replace("ledger/ledger.jsonl", "../outside.jsonl"));
        write(run.journal(), whole);
        assertThat(verify().problems())
                .anySatisfy(problem -> assertThat(problem.what()).contains("outside of the run"));
    }

    @Test
    void saysThatARunIsNotSealed() throws IOException {
        RunOnDisk open = new RunOnDisk(runs, plan());
        open.execute();
        VerificationResult result = new RunVerification(RunVerificationTests::judge).verify(open.run);
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(ProblemKind.MISSING);
            assertThat(problem.file()).isEqualTo("seal/manifest.json");
            assertThat(problem.advice()).contains("muster recover");
        });
    }

    /** The runner died between making its journal and the first line; whoever took over sealed what there was. */
    private RunOnDisk neverBegun() throws IOException, InterruptedException {
        RunOnDisk empty = new RunOnDisk(runs, plan());
        Files.createFile(empty.run.journal());
        NoopDrill later = new NoopDrill(empty.run.path());
        new TakeOver(empty.run, later.catalogue(), later.time, later.time, "watchdog").recover("the runner died");
        empty.seal(RunVerificationTests::judge);
        return empty;
    }

    @Test
    void holdsForARunThatDiedBeforeItsFirstLine() throws IOException, InterruptedException {
        RunOnDisk empty = neverBegun();
        VerificationResult result = new RunVerification(RunVerificationTests::judge).verify(empty.run);
        assertThat(result.problems()).isEmpty();
        assertThat(result.notes()).anySatisfy(note -> assertThat(note).contains("nothing is proven"));
    }

    @Test
    void doesNotTakeAnEmptiedJournalForOneThatNeverBegan() throws IOException, InterruptedException {
        Files.write(run.journal(), new byte[0]);
        assertFinds(ProblemKind.TRUNCATED, "journal.jsonl");
    }
}
