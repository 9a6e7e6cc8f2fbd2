package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Probes a {@link ScriptedService} in virtual time; the probes themselves are never asked. */
public final class ScriptedScheduler implements ProbeScheduler {
    private final VirtualTime time;
    private final ScriptedService service;
    private final List<Lane> lanes = new ArrayList<>();

    public ScriptedScheduler(VirtualTime time, ScriptedService service) {
        this.time = time;
        this.service = service;
    }

    @Override
    public Probing start(ProbeSpec spec, Probe probe, Consumer<Observation> sink) {
        Lane lane = new Lane(spec, probe, sink, time.now());
        lanes.add(lane);
        time.at(lane.first, lane::tick);
        return lane;
    }

    /** Whether every probe was stopped. */
    public boolean isStopped() {
        return lanes.stream().allMatch(lane -> lane.stopped);
    }

    @Override
    public void close() {
        lanes.forEach(Lane::stop);
    }

    private final class Lane implements Probing {
        private final ProbeSpec spec;
        private final Probe probe;
        private final Consumer<Observation> sink;
        private final Moment first;
        private final PriorityQueue<Moment> underWay = new PriorityQueue<>();
        private long tick;
        private boolean stopped;

        Lane(ProbeSpec spec, Probe probe, Consumer<Observation> sink, Moment first) {
            this.spec = spec;
            this.probe = probe;
            this.sink = sink;
            this.first = first;
        }

        private void tick() {
            if (stopped) {
                return;
            }
            for (int slot = 0; slot < spec.perTick(); slot++) {
                attempt(slot);
            }
            tick++;
            time.at(due(), this::tick);
        }

        private Moment due() {
            return first.plus(spec.every().multipliedBy(tick));
        }

        private void attempt(int slot) {
            Moment start = time.now();
            ScriptedService.Reply reply = service.at(start);
            Moment end = start.plus(reply.after());
            Observation seen = new Observation(tick, slot, due(), start, end, reply.kind(), reply.detail(), "");
            underWay.add(start);
            time.at(end, () -> {
                underWay.remove(start);
                sink.accept(seen);
            });
        }

        @Override
        public Moment first() {
            return first;
        }

        @Override
        public Moment completeUntil() {
            return underWay.isEmpty() ? due() : underWay.peek();
        }

        @Override
        public void stop() {
            stopped = true;
            while (!underWay.isEmpty()) {
                time.pause(Duration.ofMillis(1));
            }
            probe.close();
        }
    }
}
