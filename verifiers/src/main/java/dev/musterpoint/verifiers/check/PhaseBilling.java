package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.verdict.Finding.PhaseBilled;
import dev.musterpoint.drills.verdict.RecoveryPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Bills recovery by phase, from the ends of steps that were done and from when each lane was back. What neither shows is said
 * not to be measured, and never to have taken no time.
 */
final class PhaseBilling {
    /** Steps whose end means that a member stands by again. */
    private static final Set<String> REJOINING = Set.of("postgres/rejoin");

    private final Trigger trigger;
    private final Moment fault;
    private final List<DoneStep> steps;
    private final List<LaneReturn> lanes;
    private final Optional<Moment> back;
    private final Optional<Moment> redundant;
    private final List<PhaseBilled> phases = new ArrayList<>();

    /**
     * A billing.
     *
     * @param fault when the time began to run
     * @param steps those that were done, in order of time
     * @param lanes those that came back
     * @param back  when all were; empty when one was not
     * @param redundant when probes saw full strength again; empty when none did
     */
    PhaseBilling(
            Trigger trigger,
            Moment fault,
            List<DoneStep> steps,
            List<LaneReturn> lanes,
            Optional<Moment> back,
            Optional<Moment> redundant) {
        this.trigger = trigger;
        this.fault = fault;
        this.steps = List.copyOf(steps);
        this.lanes = List.copyOf(lanes);
        this.back = back;
        this.redundant = redundant;
    }

    /** Every phase, in order. */
    List<PhaseBilled> bill() {
        Optional<Moment> alert = end(of(StepPart.DETECT));
        if (trigger == Trigger.FAULT) {
            measured(RecoveryPhase.DETECTION, Optional.of(fault), alert, "no step of part 'detect' was done");
        } else {
            none(RecoveryPhase.DETECTION, "nothing was injected, so there is no fault to count from");
        }
        Optional<Moment> decided = end(of(StepPart.DECIDE));
        String missing = alert.isEmpty() ? "no step of part 'detect' was done" : "no step of part 'decide' was done";
        measured(RecoveryPhase.DECISION, alert, decided, missing);
        measured(
                RecoveryPhase.ACTION,
                of(StepPart.ACT).findFirst().map(DoneStep::from),
                end(of(StepPart.ACT)),
                "no step of part 'act' was done");
        clients();
        afterwards();
        return phases;
    }

    private void clients() {
        Optional<Moment> fresh = latest(false);
        Optional<Moment> acted = fresh.flatMap(
                moment -> end(of(StepPart.ACT).filter(step -> !step.to().isAfter(moment))));
        String missing =
                fresh.isEmpty() ? "no lane of fresh connections came back" : "nothing was done before it was back";
        measured(RecoveryPhase.ROUTING, acted, fresh, missing);
        measured(
                RecoveryPhase.CLIENTS,
                fresh,
                latest(true).map(pooled -> fresh.filter(pooled::isBefore).orElse(pooled)),
                fresh.isEmpty() ? "no lane of fresh connections came back" : "no lane of pooled connections came back");
        Optional<LaneReturn> last = lanes.stream().max(Comparator.comparing(LaneReturn::back));
        measured(
                RecoveryPhase.WARM_UP,
                last.map(LaneReturn::answering),
                last.map(LaneReturn::back),
                "no lane came back");
    }

    private void afterwards() {
        Stream<DoneStep> rejoined = steps.stream()
                .filter(done -> done.step() instanceof RunbookStep.Automated step && REJOINING.contains(step.type()));
        measured(
                RecoveryPhase.REDUNDANCY,
                Optional.of(fault),
                redundant.or(() -> end(rejoined)),
                "nothing here tells when it was restored");
        String missing = back.isEmpty() ? "the service was not seen to be back" : "no step was done";
        measured(
                RecoveryPhase.WORK_AFTER,
                back,
                end(steps.stream()).map(end -> back.filter(end::isBefore).orElse(end)),
                missing);
    }

    private Optional<Moment> latest(boolean pooled) {
        return lanes.stream()
                .filter(lane -> lane.pooled() == pooled)
                .map(LaneReturn::back)
                .max(Comparator.naturalOrder());
    }

    private Stream<DoneStep> of(StepPart part) {
        return steps.stream().filter(done -> done.step().part() == part);
    }

    private static Optional<Moment> end(Stream<DoneStep> steps) {
        return steps.map(DoneStep::to).max(Comparator.naturalOrder());
    }

    private void measured(RecoveryPhase phase, Optional<Moment> from, Optional<Moment> to, String missing) {
        if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
            none(
                    phase,
                    from.isPresent() && to.isPresent() ? "what it ends with came before what it begins with" : missing);
        } else {
            phases.add(new PhaseBilled(phase, from, to, planned(phase), ""));
        }
    }

    private void none(RecoveryPhase phase, String why) {
        phases.add(new PhaseBilled(phase, Optional.empty(), Optional.empty(), planned(phase), why));
    }

    private Optional<Duration> planned(RecoveryPhase phase) {
        return switch (phase) {
            case DETECTION -> planned(StepPart.DETECT);
            case DECISION -> planned(StepPart.DECIDE);
            case ACTION -> planned(StepPart.ACT);
            case ROUTING, CLIENTS, WARM_UP, REDUNDANCY, WORK_AFTER -> Optional.empty();
        };
    }

    private Optional<Duration> planned(StepPart part) {
        return of(part).map(done -> done.step().planned()).reduce(Duration::plus);
    }
}
