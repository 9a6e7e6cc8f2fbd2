package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Evidence.BaselineSeen;
import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.evidence.Evidence.WatchEnded;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.verifiers.check.lanes.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What judging needs to know of a run, taken from its journal.
 *
 * @param faults    the faults that were asked for, earliest first
 * @param unproven  names of planned faults whose effect was not seen on every target
 * @param observed  whether the plan has no faults: an incident that happened by itself
 * @param baseline  what the engine saw of the baseline
 * @param watchEnd  when watching for recovery ended
 * @param readBacks the read-backs of all workloads, in order
 */
public record RunFacts(
        List<FaultFacts> faults,
        List<String> unproven,
        boolean observed,
        Optional<BaselineSeen> baseline,
        Moment watchEnd,
        List<ReadBackTaken> readBacks) {
    public RunFacts {
        faults = List.copyOf(faults);
        unproven = List.copyOf(unproven);
        readBacks = List.copyOf(readBacks);
    }

    public static RunFacts of(DrillPlan plan, EvidenceLog evidence) {
        JournalFacts journal = JournalFacts.of(evidence);
        List<FaultFacts> faults = plan.faults().stream()
                .map(fault -> FaultFacts.of(fault, journal))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(FaultFacts::earliest))
                .toList();
        List<String> unproven = plan.faults().stream()
                .map(PlannedFault::spec)
                .map(spec -> spec.name())
                .filter(name ->
                        faults.stream().noneMatch(f -> f.proven() && f.name().equals(name)))
                .toList();
        Optional<BaselineSeen> baseline =
                journal.all(BaselineSeen.class).stream().findFirst();
        Moment from = faults.stream()
                .findFirst()
                .map(FaultFacts::earliest)
                .or(() -> baseline.map(BaselineSeen::to))
                .orElse(Moment.START);
        Moment latest = from.plus(JudgedLane.longestWatch(plan.spec()));
        return new RunFacts(
                faults,
                unproven,
                plan.faults().isEmpty(),
                baseline,
                journal.first(WatchEnded.class, end -> true).orElse(latest),
                journal.all(ReadBackTaken.class));
    }

    /** The fault that an objective counts from: the one it names, else the first. Empty when it was never asked for. */
    public Optional<FaultFacts> fault(Optional<String> name) {
        return faults.stream()
                .filter(fault -> name.isEmpty() || fault.name().equals(name.get()))
                .findFirst();
    }

    /** When the fault that an objective counts from acted; empty when there is nothing to count from. */
    public Optional<Window> window(Optional<String> name) {
        if (observed) {
            return baseline.map(seen -> new Window(seen.to(), seen.to(), Window.Origin.OBSERVED));
        }
        return fault(name)
                .map(fault -> new Window(
                        fault.earliest(),
                        fault.latest(),
                        fault.proven() ? Window.Origin.EFFECT_SEEN : Window.Origin.ASKED_FOR));
    }

    /** When the first of the faults began to be taken away. What came back after that has not recovered by itself. */
    public Optional<Moment> removed() {
        return faults.stream()
                .map(FaultFacts::removed)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** When the baseline was over: at T0⁻ of the first fault. */
    public Optional<Moment> baselineEnd() {
        return window(Optional.empty()).map(Window::earliest);
    }

    /** Whether the effect that an objective counts from was seen; an observed incident needs no proof. */
    public boolean proven(Optional<String> name) {
        return observed || fault(name).map(FaultFacts::proven).orElse(false);
    }
}
