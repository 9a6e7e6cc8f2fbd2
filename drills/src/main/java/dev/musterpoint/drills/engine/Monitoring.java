package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.Segment;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.ProbeProvider;
import dev.musterpoint.drills.spi.ProbeScheduler;
import dev.musterpoint.drills.spi.ProbeScheduler.Probing;
import dev.musterpoint.drills.spi.RecoveryWatch;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The probes and the pause detector of a run: what they see goes to disk, to the steps and to the watch. */
final class Monitoring {
    private final DrillPlan plan;
    private final RunPorts ports;
    private final Toolbox toolbox;
    private final EvidenceWriter evidence;
    private final RunLoop loop;
    private final RecoveryWatch watch;
    private final Guardrails guardrails;
    private final Filling filling;
    private final LiveProbeStates states;
    private final Map<String, Probing> probings = new LinkedHashMap<>();
    private RecoveryWatch failback;
    private ProbeScheduler scheduler;
    private AutoCloseable pauses;

    Monitoring(
            DrillPlan plan,
            RunPorts ports,
            Toolbox toolbox,
            EvidenceWriter evidence,
            RunLoop loop,
            Guardrails guardrails,
            Filling filling) {
        this.plan = plan;
        this.ports = ports;
        this.toolbox = toolbox;
        this.evidence = evidence;
        this.loop = loop;
        this.guardrails = guardrails;
        this.filling = filling;
        this.watch = ports.watch().watch(plan.ofResponse());
        this.states = new LiveProbeStates(plan.spec().probes().keySet());
    }

    LiveProbeStates states() {
        return states;
    }

    RecoveryWatch watch() {
        return upToDate(watch);
    }

    /** The watch over the fail-back, which sees from the first call on. */
    RecoveryWatch watchFailback() {
        if (failback == null) {
            failback = ports.watch().watch(plan.ofFailback());
        }
        return upToDate(failback);
    }

    private RecoveryWatch upToDate(RecoveryWatch which) {
        probings.forEach((probe, probing) -> which.completeUntil(probe, probing.completeUntil()));
        return which;
    }

    private void tell(Consumer<RecoveryWatch> news) {
        news.accept(watch);
        if (failback != null) {
            news.accept(failback);
        }
    }

    /** Writes down what the probes will leave in their systems, before the first of them asks. */
    void prepare(Undoing undoing) {
        for (ProbeSpec spec : plan.spec().probes().values()) {
            if (!spec.system()
                    .map(name -> toolbox.systems().get(name).sandbox())
                    .orElse(false)) {
                ProbeProvider provider = ports.catalogue().probes().get(spec.type());
                provider.prepare(filled(spec), toolbox).ifPresent(undoing::prepare);
            }
        }
    }

    void start() {
        Segment<Pause> pauseLog = evidence.segment(RunDirectory.pauses(), Pause.class);
        pauses = ports.pauses().start(plan, pause -> {
            if (kept(pauseLog, pause)) {
                loop.post(() -> tell(each -> each.paused(pause)));
            }
        });
        scheduler = ports.scheduler().apply(toolbox);
        plan.spec().probes().values().forEach(this::start);
    }

    private void start(ProbeSpec written) {
        ProbeSpec spec = filled(written);
        Segment<Observation> log = evidence.segment(RunDirectory.observations(spec.name()), Observation.class);
        ProbeProvider provider = ports.catalogue().probes().get(spec.type());
        Probing probing =
                scheduler.start(spec, provider.probe(spec, toolbox), observation -> saw(spec, log, observation));
        probings.put(spec.name(), probing);
        evidence.fact(new Evidence.ProbingStarted(spec.name(), probing.first(), spec.every(), spec.perTick()));
    }

    private ProbeSpec filled(ProbeSpec spec) {
        try {
            return spec.with(filling.fill(
                    spec.params(),
                    ports.catalogue()
                            .probes()
                            .info(spec.type())
                            .map(TypeInfo::parameters)
                            .orElse(List.of())));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IllegalStateException("probe '" + spec.name() + "': " + e.getMessage(), e);
        }
    }

    private void saw(ProbeSpec spec, Segment<Observation> log, Observation observation) {
        if (!kept(log, observation)) {
            return;
        }
        boolean good = observation.kind() == AnswerKind.CORRECT
                && observation.ended().minus(observation.started()).compareTo(spec.latencyBelow()) <= 0;
        states.saw(spec.name(), good, observation);
        loop.post(() -> {
            guardrails.observed(spec.name(), observation, good);
            tell(each -> each.observed(spec.name(), observation));
        });
    }

    /** What was seen and cannot be kept ends the run, on the run's own thread. */
    private <T> boolean kept(Segment<T> log, T seen) {
        try {
            log.append(seen);
            return true;
        } catch (UncheckedIOException e) {
            loop.post(() -> {
                throw e;
            });
            return false;
        }
    }

    /** Whether every probe has had a good answer lately. */
    boolean allGood() {
        return plan.spec().probes().keySet().stream()
                .allMatch(probe -> states.of(probe).goodInARow() > 0);
    }

    /** Stops everything, waiting for attempts under way. May be called when little or nothing was started. */
    void stop() throws Exception {
        try {
            if (scheduler != null) {
                scheduler.close();
            }
        } finally {
            if (pauses != null) {
                pauses.close();
            }
        }
    }
}
