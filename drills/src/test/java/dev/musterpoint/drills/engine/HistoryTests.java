package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Evidence.HistoryRead;
import dev.musterpoint.drills.evidence.Evidence.RunEnded;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.SystemEvent;
import dev.musterpoint.drills.evidence.SystemHistory;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.Confirmation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What systems noted themselves is asked for last, and spoils nothing. */
class HistoryTests {
    @TempDir
    Path directory;

    private NoopDrill drill;

    @BeforeEach
    void makeDrill() {
        drill = new NoopDrill(directory);
    }

    private RunResult run() {
        return drill.run(new SamplePlan()
                .recoversWithin(Duration.ofSeconds(5), new Confirmation(10, 1, Duration.ofSeconds(2)))
                .build());
    }

    private List<HistoryRead> read() {
        return drill.journal.facts().stream()
                .filter(HistoryRead.class::isInstance)
                .map(HistoryRead.class::cast)
                .toList();
    }

    private static SystemEvent event(int second) {
        return new SystemEvent(Instant.EPOCH.plusSeconds(second), "pod shop/web-1", "Killing", "number " + second);
    }

    @Test
    void asksForWhatTheFaultsTouchedOnceAllIsUndone() {
        List<String> asked = new ArrayList<>();
        drill.system.noting((targets, from) -> {
            targets.stream().map(Target::id).forEach(asked::add);
            assertThat(from).isBefore(drill.time.instant());
            assertThat(drill.fault.isStanding()).isFalse();
            return SystemHistory.of(List.of(event(2), event(1)), List.of());
        });
        assertThat(run().outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(asked).containsExactly("db/primary");
        assertThat(read())
                .singleElement()
                .satisfies(read -> assertThat(read.history().events()).containsExactly(event(1), event(2)));
        List<Evidence> facts = drill.journal.facts();
        assertThat(facts.get(facts.size() - 1)).isInstanceOf(RunEnded.class);
    }

    @Test
    void aSystemThatFailsToTellFailsNoRun() {
        drill.system.noting((targets, from) -> {
            throw new IOException("nobody answers");
        });
        RunResult result = run();
        assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETED);
        assertThat(result.cleanUp()).isEqualTo(CleanUp.CLEAN);
        assertThat(read())
                .singleElement()
                .satisfies(read -> assertThat(read.history().unread()).containsExactly("nobody answers"));
    }

    @Test
    void aSystemThatNotesNothingIsNotMentioned() {
        run();
        assertThat(read()).isEmpty();
    }

    @Test
    void runsWithoutAFaultAskNobody() {
        drill.system.noting((targets, from) -> SystemHistory.of(List.of(), List.of()));
        drill.abortAfter(Duration.ofMillis(10));
        assertThat(run().outcome()).isEqualTo(RunOutcome.ABORTED);
        assertThat(read()).isEmpty();
    }

    @Test
    void keepsTheFirstOfManyEventsAndSaysHowManyItLeftOut() {
        SystemHistory history = SystemHistory.of(
                IntStream.range(0, 250).mapToObj(second -> event(249 - second)).toList(), List.of());
        assertThat(history.events()).hasSize(200).startsWith(event(0)).endsWith(event(199));
        assertThat(history.leftOut()).isEqualTo(50);
    }

    @Test
    void cutsLongTextsAndShowsIt() {
        SystemEvent longOne = new SystemEvent(Instant.EPOCH, "pod a", "Failed", "x".repeat(1000));
        assertThat(SystemHistory.of(List.of(longOne), List.of()).events().get(0).detail())
                .hasSize(300)
                .endsWith("…");
    }
}
