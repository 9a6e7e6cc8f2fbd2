package dev.musterpoint.verifiers.probe;

import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeScheduler;
import dev.musterpoint.drills.spi.RunClock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Runs all probes of a run: one thread for what is due, and as many workers as attempts are under way. */
public final class OpenLoopScheduler implements ProbeScheduler {
    private final RunClock clock;
    private final Alarms alarms;
    private final Executor workers;
    private final Runnable end;
    private final List<Lane> lanes = new CopyOnWriteArrayList<>();

    private OpenLoopScheduler(RunClock clock, Alarms alarms, ExecutorService workers) {
        this(clock, alarms, workers, workers::shutdown);
    }

    OpenLoopScheduler(RunClock clock, Alarms alarms, Executor workers, Runnable end) {
        this.clock = clock;
        this.alarms = alarms;
        this.workers = workers;
        this.end = end;
    }

    /** A scheduler by {@code clock}. */
    public static OpenLoopScheduler of(RunClock clock) {
        AtomicInteger number = new AtomicInteger();
        ExecutorService workers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "probe-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        return new OpenLoopScheduler(clock, new ClockAlarms(clock), workers);
    }

    @Override
    public Probing start(ProbeSpec spec, Probe probe, Consumer<Observation> sink) {
        Lane lane = new Lane(spec, probe, sink, clock, alarms, workers);
        lanes.add(lane);
        lane.begin();
        return lane;
    }

    @Override
    public void close() {
        lanes.forEach(Lane::halt);
        lanes.forEach(Lane::stop);
        alarms.close();
        end.run();
    }
}
