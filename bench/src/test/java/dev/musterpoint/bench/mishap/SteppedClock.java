package dev.musterpoint.bench.mishap;

import dev.musterpoint.drills.evidence.ClockIdentity;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.shell.run.RunListener;
import java.time.Duration;
import java.time.Instant;

/** A clock whose wall time somebody sets, once the first fault is in. */
final class SteppedClock implements RunClock {
    private final RunClock clock;
    private final Duration step;
    private volatile boolean stepped;

    SteppedClock(RunClock clock, Duration step) {
        this.clock = clock;
        this.step = step;
    }

    @Override
    public Moment now() {
        return clock.now();
    }

    @Override
    public Instant instant() {
        return stepped ? clock.instant().plus(step) : clock.instant();
    }

    @Override
    public ClockIdentity identity() {
        return clock.identity();
    }

    /** Sets the clock when it is told that a fault was injected. */
    RunListener stepper() {
        return new RunListener() {
            @Override
            public void starting(RunDirectory run, DrillPlan plan, RunClock runs) {}

            @Override
            public void recorded(JournalEntry entry) {
                stepped |= entry.body() instanceof InjectionReturned;
            }

            @Override
            public void observed(String probe, Observation observation, boolean good) {}

            @Override
            public void finished(RunDirectory run, Assessment assessment) {}
        };
    }
}
