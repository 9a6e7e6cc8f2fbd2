package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SampleCatalogue;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.planning.Planner;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Runbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The drills and runbooks of the quickstart are correct, raise no warning, and suit the built-in policy. */
class CatalogueFilesTests {
    private static final Path QUICKSTART = Path.of("..", "catalog", "quickstart");
    private static final DrillReader DRILLS = new DrillReader(SampleCatalogue.create(), name -> Optional.empty());
    private static final RunbookReader RUNBOOKS = new RunbookReader(SampleCatalogue.create(), name -> Optional.empty());

    static List<Path> files(FileKind kind) {
        try (Stream<Path> all = Files.walk(QUICKSTART)) {
            return all.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> FileKind.peek(SourceFile.read(path)).kind() == kind)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Path> drills() {
        return files(FileKind.DRILL);
    }

    private static DrillSpec drill(String name) {
        return DRILLS.read(SourceFile.read(QUICKSTART.resolve(name + ".yaml")), Map.of());
    }

    private static Optional<Runbook> runbook(Optional<String> named) {
        return named.map(name -> RUNBOOKS.read(SourceFile.read(QUICKSTART.resolve(name + ".yaml")), Map.of()));
    }

    private static DrillPlan plan(DrillSpec drill) {
        return new Planner(
                        SampleCatalogue.create(),
                        PolicySnapshot.BUILT_IN,
                        () -> Instant.parse("2026-11-21T09:00:00Z"),
                        "0.1.0")
                .plan(drill, "quickstart.yaml", "0".repeat(64), runbook(drill.runbook()), runbook(drill.failback()));
    }

    @ParameterizedTest
    @MethodSource("drills")
    void everyDrillIsCorrect(Path path) {
        DrillSpec drill = DRILLS.read(SourceFile.read(path), Map.of());

        assertThat(path.getFileName()).hasToString(drill.metadata().name() + ".yaml");
        assertThat(plan(drill).faults())
                .allSatisfy(fault -> assertThat(fault.targets()).isNotEmpty());
    }

    @Test
    void theQuickstartFamilyIsThere() {
        assertThat(drills())
                .extracting(path -> path.getFileName().toString())
                .containsExactly(
                        "failover-and-back.yaml",
                        "no-fault.yaml",
                        "no-runbook.yaml",
                        "plant-loss.yaml",
                        "quickstart.yaml");
        assertThat(files(FileKind.RUNBOOK)).hasSize(3);
        assertThat(files(FileKind.OTHER)).isEmpty();
    }

    @Test
    void theQuickstartKillsThePrimaryAloneAndPromotesItsStandby() {
        DrillPlan plan = plan(drill("quickstart"));

        assertThat(plan.faults().get(0).targets()).extracting(Target::id).containsExactly("db/primary");
        assertThat(plan.steps())
                .extracting(step -> step.step().part().name())
                .containsExactly("DETECT", "DECIDE", "ACT", "CHECK");
    }

    @Test
    void thePlantedLossIsFarLargerThanItsTarget() {
        DrillSpec drill = drill("plant-loss");
        Objective.RecoveryPoint target =
                (Objective.RecoveryPoint) drill.objectives().get(1);
        String delay = drill.systems().get("db").params().text("delay");

        assertThat(target.within().multipliedBy(4)).isLessThanOrEqualTo(Durations.parse(delay));
    }
}
