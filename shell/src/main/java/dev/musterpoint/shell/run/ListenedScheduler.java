package dev.musterpoint.shell.run;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeScheduler;
import java.util.function.Consumer;

/** Tells a listener of each observation on its way to the engine, for those who watch the run. */
final class ListenedScheduler implements ProbeScheduler {
    private final ProbeScheduler scheduler;
    private final RunListener listener;

    ListenedScheduler(ProbeScheduler scheduler, RunListener listener) {
        this.scheduler = scheduler;
        this.listener = listener;
    }

    @Override
    public Probing start(ProbeSpec spec, Probe probe, Consumer<Observation> sink) {
        return scheduler.start(spec, probe, observation -> {
            sink.accept(observation);
            listener.observed(spec.name(), observation, isGood(spec, observation));
        });
    }

    private static boolean isGood(ProbeSpec spec, Observation observation) {
        return observation.kind() == AnswerKind.CORRECT
                && observation.ended().minus(observation.started()).compareTo(spec.latencyBelow()) <= 0;
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
