package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Evidence.BaselineSeen;
import dev.musterpoint.drills.evidence.Evidence.FaultSkipped;
import dev.musterpoint.drills.evidence.Evidence.ReadBackTaken;
import dev.musterpoint.drills.evidence.Evidence.ResponseBegan;
import dev.musterpoint.drills.evidence.Evidence.WatchEnded;
import dev.musterpoint.drills.evidence.EvidenceLog;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.verifiers.check.lanes.Lane;
import dev.musterpoint.verifiers.check.lanes.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What judging needs to know of a run, taken from its journal.
 *
 * @param faults    the faults that were asked for, earliest first
 * @param unproven  names of planned faults whose effect was not seen on every target
 * @param skipped   the faults that were left out because of their conditions
 * @param trigger   what the time is counted from
 * @param began     when the response to a declared disaster began, or watching for an incident; empty for faults
 * @param baseline  what the engine saw of the baseline
 * @param watchEnd  when watching for recovery ended
 * @param readBacks the read-backs of all workloads, in order
 * @param failback  what became of the fail-back; empty when there was none
 */
public record RunFacts(
        List<FaultFacts> faults,
        List<String> unproven,
        List<FaultSkipped> skipped,
        Trigger trigger,
        Optional<Moment> began,
        Optional<BaselineSeen> baseline,
        Moment watchEnd,
        List<ReadBackTaken> readBacks,
        Optional<FailbackFacts> failback) {
    public RunFacts {
        faults = List.copyOf(faults);
        unproven = List.copyOf(unproven);
        skipped = List.copyOf(skipped);
        readBacks = List.copyOf(readBacks);
        Objects.requireNonNull(failback);
    }

    public static RunFacts of(DrillPlan plan, EvidenceLog evidence) {
        JournalFacts journal = JournalFacts.of(evidence);
        List<FaultFacts> faults = plan.faults().stream()
                .map(fault -> FaultFacts.of(fault, journal))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(FaultFacts::earliest))
                .toList();
        List<FaultSkipped> skipped = journal.all(FaultSkipped.class);
        List<String> unproven = plan.faults().stream()
                .map(PlannedFault::spec)
                .map(spec -> spec.name())
                .filter(name -> skipped.stream().noneMatch(each -> each.name().equals(name)))
                .filter(name ->
                        faults.stream().noneMatch(f -> f.proven() && f.name().equals(name)))
                .toList();
        Optional<BaselineSeen> baseline =
                journal.all(BaselineSeen.class).stream().findFirst();
        Optional<Moment> began = began(plan.spec().trigger(), journal, baseline);
        Moment from = faults.stream()
                .findFirst()
                .map(FaultFacts::earliest)
                .or(() -> began)
                .or(() -> baseline.map(BaselineSeen::to))
                .orElse(Moment.START);
        Moment latest = from.plus(JudgedLane.longestWatch(plan.spec().ofResponse()));
        return new RunFacts(
                faults,
                unproven,
                skipped,
                plan.spec().trigger(),
                began,
                baseline,
                journal.first(WatchEnded.class, end -> true).orElse(latest),
                journal.all(ReadBackTaken.class),
                FailbackFacts.of(plan, journal));
    }

    private static Optional<Moment> began(Trigger trigger, JournalFacts journal, Optional<BaselineSeen> baseline) {
        Optional<Moment> said =
                journal.all(ResponseBegan.class).stream().findFirst().map(ResponseBegan::at);
        return trigger == Trigger.OBSERVED ? said.or(() -> baseline.map(BaselineSeen::to)) : said;
    }

    /** The fault that an objective counts from: the one it names, else the first. Empty when it was never asked for. */
    public Optional<FaultFacts> fault(Optional<String> name) {
        return faults.stream()
                .filter(fault -> name.isEmpty() || fault.name().equals(name.get()))
                .findFirst();
    }

    /** When what an objective counts from acted, the fault or the declaration; empty when there is nothing to count from. */
    public Optional<Window> window(Optional<String> name) {
        if (isFailback(name)) {
            return failback.map(back -> new Window(back.earliest(), back.earliest(), Window.Origin.SWITCH));
        }
        if (trigger != Trigger.FAULT) {
            Window.Origin origin = trigger == Trigger.DECLARED ? Window.Origin.DECLARED : Window.Origin.OBSERVED;
            return began.map(at -> new Window(at, at, origin));
        }
        return fault(name)
                .map(fault -> new Window(
                        fault.earliest(),
                        fault.latest(),
                        fault.proven() ? Window.Origin.EFFECT_SEEN : Window.Origin.ASKED_FOR));
    }

    /** Why there is nothing to judge of what counts from fault {@code name}, or from the first: no such fault had its effect. */
    public Optional<String> untested(Optional<String> name) {
        if (trigger != Trigger.FAULT || proven(name) && unproven.isEmpty()) {
            return Optional.empty();
        }
        List<FaultSkipped> ours = skipped.stream()
                .filter(each -> name.isEmpty() || each.name().equals(name.get()))
                .toList();
        if (fault(name).isEmpty() && unproven.isEmpty() && !ours.isEmpty()) {
            return Optional.of(
                    "nothing was tested: " + ours.stream().map(Say::skipped).collect(Collectors.joining("; ")));
        }
        return Optional.of("the fault's effect was not seen: nothing was tested");
    }

    private static boolean isFailback(Optional<String> name) {
        return name.filter(Objective.FAILBACK::equals).isPresent();
    }

    /** When watching ended over what an objective counts from. */
    public Moment watchEnd(Optional<String> name) {
        return isFailback(name) ? failback.map(FailbackFacts::watchEnd).orElse(watchEnd) : watchEnd;
    }

    /** When the first of the faults began to be taken away. What came back after that has not recovered by itself. */
    public Optional<Moment> removed() {
        return faults.stream()
                .map(FaultFacts::removed)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** The lane with the residual errors that its baseline shows, where its objective takes them from there. */
    JudgedLane known(JudgedLane judged, Lane lane, Timing timing) {
        return baseline.map(seen -> judged.after(
                        lane.baseline(seen.from().nanos(), seen.to().nanos()), timing))
                .orElse(judged);
    }

    /** When the baseline was over: at T0⁻ of the first fault. */
    public Optional<Moment> baselineEnd() {
        return window(Optional.empty()).map(Window::earliest);
    }

    /** Whether the effect that an objective counts from was seen; where nothing was injected, none is asked for. */
    public boolean proven(Optional<String> name) {
        if (isFailback(name)) {
            return failback.isPresent();
        }
        return trigger != Trigger.FAULT || fault(name).map(FaultFacts::proven).orElse(false);
    }
}
