package dev.musterpoint.bench.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.engine.AbortSwitch;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Operator;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.shell.run.DrillService;
import dev.musterpoint.shell.run.RunService;
import dev.musterpoint.shell.run.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody sets the wall clock while the fault stands: it is shown to people and never subtracted, so nothing else changes. */
class ClockIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "PT1H"})
    void aRunGoesOnAsIfNothingHadHappened(Duration step) throws Exception {
        try (World world = new World(directory)) {
            Settings settings = new Settings(HOME, world.folder(), directory.resolve("runs"));
            Path drill = world.drill("mishap/pause-tree.yaml", Map.of());
            SteppedClock clock = new SteppedClock(new SystemRunClock(), step);
            Catalogue catalogue = Catalogue.load();
            DrillService drills = new DrillService(settings, catalogue, clock, name -> Optional.empty());

            RunService.Finished finished = new RunService(settings, catalogue, () -> clock)
                    .run(drills.prepare(drill, Map.of()), new AbortSwitch(), Operator.ABSENT, clock.stepper());

            Assessment assessment = finished.assessment();
            assertThat(assessment.outcome()).isEqualTo(RunOutcome.COMPLETED);
            assertThat(assessment.verdict()).isEqualTo(Verdict.MET);
            assertThat(assessment.cleanUp()).isEqualTo(CleanUp.CLEAN);
            assertThat(world.left()).isEmpty();
            Story.assertVerified(finished.run());
            List<JournalEntry> entries = new ArrayList<>();
            new RunReader(finished.run()).journal(entries::add);
            assertThat(largestStep(entries)).as("what the journal shows people").isGreaterThan(Duration.ofMinutes(59));
            assertThat(entries).extracting(JournalEntry::mono).isSorted();
        }
    }

    private static Duration largestStep(List<JournalEntry> entries) {
        List<Instant> walls = entries.stream().map(JournalEntry::at).toList();
        return IntStream.range(1, walls.size())
                .mapToObj(i -> Duration.between(walls.get(i - 1), walls.get(i)).abs())
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }
}
