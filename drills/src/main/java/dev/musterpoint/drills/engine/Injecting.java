package dev.musterpoint.drills.engine;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.spec.FaultOrder;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.Toolbox;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Injects the faults of a plan, each once those are in that it waits for. Owned by the run's thread. */
final class Injecting {
    /** How long an injector may take to notice that it is no longer wanted. */
    private static final Duration LETTING_GO = Duration.ofSeconds(5);

    private final RunPorts ports;
    private final Toolbox toolbox;
    private final EvidenceWriter evidence;
    private final Undoing undoing;
    private final RunLoop loop;
    private final ProbeStates probes;
    private final Waits waits;
    private final Map<String, FaultInjection> begun = new LinkedHashMap<>();

    Injecting(
            RunPorts ports,
            Toolbox toolbox,
            EvidenceWriter evidence,
            Undoing undoing,
            RunLoop loop,
            ProbeStates probes,
            Waits waits) {
        this.ports = ports;
        this.toolbox = toolbox;
        this.evidence = evidence;
        this.undoing = undoing;
        this.loop = loop;
        this.probes = probes;
        this.waits = waits;
    }

    /**
     * Injects {@code faults} until all are in and their effects seen, one was not seen, or one may stand no longer.
     *
     * @param whenIn told of each fault that is in, with T0⁻: when its first call was made
     */
    void inject(List<PlannedFault> faults, BiConsumer<PlannedFault, Moment> whenIn) throws RunAborted, RunFailed {
        Map<String, Set<String>> predecessors =
                FaultOrder.predecessors(faults.stream().map(PlannedFault::spec).toList());
        boolean inTime = true;
        try {
            while (inTime && !isOver(faults, predecessors)) {
                ready(faults, predecessors).toList().forEach(fault -> begin(fault, whenIn));
                Moment latest = holdEnds();
                inTime = waits.until(() -> hasNews(faults, predecessors, latest), latest);
            }
        } finally {
            letGo();
        }
        throwIfFailed(inTime);
    }

    private void begin(PlannedFault fault, BiConsumer<PlannedFault, Moment> whenIn) {
        FaultInjection injection = new FaultInjection(
                fault,
                ports,
                toolbox,
                evidence,
                undoing,
                loop,
                probes,
                () -> searches().findAny().isEmpty(),
                whenIn);
        begun.put(fault.spec().name(), injection);
        injection.begin();
    }

    private boolean hasNews(List<PlannedFault> faults, Map<String, Set<String>> predecessors, Moment latest) {
        return isOver(faults, predecessors)
                || ready(faults, predecessors).findAny().isPresent()
                || !holdEnds().equals(latest);
    }

    /** Nothing is on its way, and nothing more will be; or something failed. */
    private boolean isOver(List<PlannedFault> faults, Map<String, Set<String>> predecessors) {
        boolean settled = begun.values().stream().allMatch(FaultInjection::isSettled);
        return failure().isPresent()
                || (settled && ready(faults, predecessors).findAny().isEmpty());
    }

    /** A fault without its effect tests nothing, so nothing more is broken then. */
    private Stream<PlannedFault> ready(List<PlannedFault> faults, Map<String, Set<String>> predecessors) {
        boolean wanted = begun.values().stream().allMatch(each -> !each.isSettled() || each.isSeen());
        return faults.stream()
                .filter(fault -> wanted && !begun.containsKey(fault.spec().name()))
                .filter(fault -> predecessors.get(fault.spec().name()).stream()
                        .allMatch(name ->
                                begun.containsKey(name) && begun.get(name).isSeen()));
    }

    private void letGo() {
        begun.values().forEach(FaultInjection::stop);
        loop.await(
                () -> begun.values().stream().allMatch(FaultInjection::hasLetGo),
                loop.clock().now().plus(LETTING_GO));
        begun.values().forEach(FaultInjection::abandon);
    }

    private void throwIfFailed(boolean inTime) throws RunFailed {
        Optional<RunFailed> failed = failure();
        if (inTime && failed.isPresent()) {
            throw failed.get();
        }
        Optional<String> late = begun.values().stream()
                .map(FaultInjection::late)
                .filter(words -> !words.isEmpty())
                .findFirst();
        if (!inTime && late.isPresent()) {
            throw new RunFailed(late.get(), null);
        }
    }

    private Optional<RunFailed> failure() {
        return begun.values().stream()
                .map(FaultInjection::failure)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** When the first of the faults that stand must be lifted. */
    Moment holdEnds() {
        return begun.values().stream().map(FaultInjection::holdEnds).reduce(Deadlines.NEVER, Deadlines::earlier);
    }

    private Stream<EffectSearch> searches() {
        return begun.values().stream().flatMap(injection -> injection.searches().stream());
    }

    /** Whether every target that was looked at showed the effect, and there was one. */
    boolean effectsSeen() {
        return searches().findAny().isPresent() && searches().allMatch(EffectSearch::isSeen);
    }

    /** The faults that were left out, by name, each with why. */
    Map<String, String> skipped() {
        Map<String, String> skipped = new LinkedHashMap<>();
        begun.forEach((name, injection) -> {
            if (!injection.skipped().isEmpty()) {
                skipped.put(name, injection.skipped());
            }
        });
        return skipped;
    }

    void giveUpSearching() {
        searches().forEach(EffectSearch::giveUp);
    }
}
