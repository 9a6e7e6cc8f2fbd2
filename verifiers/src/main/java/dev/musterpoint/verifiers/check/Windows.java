package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Evidence.BaselineSeen;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.During;
import dev.musterpoint.drills.spec.Windowed;
import dev.musterpoint.verifiers.check.window.TimeWindow;
import java.time.Duration;
import java.util.Optional;

/** The windows of a run. How long each lasts is the plan's to say, so that nothing that happens can make it flattering. */
public final class Windows {
    private Windows() {}

    /** How long after the first fault the last of the drill's windows ends; empty when none reaches beyond it. */
    public static Optional<Duration> afterFault(DrillSpec spec) {
        boolean reaches = spec.objectives().stream()
                .anyMatch(each -> each instanceof Windowed windowed && windowed.during() != During.BASELINE);
        return reaches ? Optional.of(spec.standing()) : Optional.empty();
    }

    /** The window of this run; empty when the run did not get as far as where it begins. */
    static Optional<TimeWindow> of(During during, DrillPlan plan, RunFacts facts) {
        Optional<Moment> fault = facts.baselineEnd();
        Optional<Moment> baseline = facts.baseline().map(BaselineSeen::from);
        long end = fault.map(from -> from.plus(plan.spec().standing()).nanos()).orElse(0L);
        long removed = facts.removed().map(Moment::nanos).orElse(Long.MAX_VALUE);
        return switch (during) {
            case BASELINE ->
                baseline.map(from -> {
                    long to = fault.orElse(facts.baseline().get().to()).nanos();
                    return new TimeWindow(from.nanos(), to, Long.MAX_VALUE, to);
                });
            case FAULT -> fault.map(from -> new TimeWindow(from.nanos(), end, removed, removed));
            case RUN ->
                baseline.filter(from -> fault.isPresent())
                        .map(from -> new TimeWindow(from.nanos(), end, removed, removed));
        };
    }
}
