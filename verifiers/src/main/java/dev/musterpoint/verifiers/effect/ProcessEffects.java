package dev.musterpoint.verifiers.effect;

import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.EffectInspector;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.util.Set;
import java.util.function.Function;

/** Sees processes end ({@code process/kill}) and stand still ({@code process/pause}). */
public final class ProcessEffects implements EffectProvider {
    private static final String KILL = "process/kill";
    private static final String PAUSE = "process/pause";
    private static final String TREE = "tree";

    @Override
    public Set<String> faultTypes() {
        return Set.of(KILL, PAUSE);
    }

    @Override
    public EffectInspector inspector(String faultType, Toolbox toolbox) {
        Function<WatchedProcesses.Sight, EffectInspector.Reading> judge =
                faultType.equals(KILL) ? ProcessEffects::gone : ProcessEffects::stopped;
        ProcessReader reader = ProcessReader.ofThisMachine();
        return (fault, target) -> {
            WatchedProcesses watched = watch(fault, target, toolbox, reader);
            return () -> judge.apply(watched.look());
        };
    }

    private static WatchedProcesses watch(PlannedFault fault, Target target, Toolbox toolbox, ProcessReader reader)
            throws InjectionException {
        boolean tree = fault.spec().params().text("scope", TREE).equals(TREE);
        long pid = TargetPid.of(fault, target, toolbox.systems());
        return WatchedProcesses.begin(target.id(), pid, tree, reader);
    }

    /**
     * A process that has ended and waits for its parent to notice is gone: it answers nobody. While the kernel clears away
     * what is left of killed ones, which takes it many milliseconds on a busy machine, they answer nobody either.
     */
    private static EffectInspector.Reading gone(WatchedProcesses.Sight sight) {
        return sight.alive() == 0
                ? new EffectInspector.Reading(true, "all " + sight.known() + " processes are gone")
                : new EffectInspector.Reading(
                        false,
                        sight.doomed() == sight.alive(),
                        sight.alive() + " of " + sight.known() + " processes are there");
    }

    private static EffectInspector.Reading stopped(WatchedProcesses.Sight sight) {
        boolean all = sight.alive() > 0 && sight.stopped() == sight.alive();
        return new EffectInspector.Reading(all, sight.stopped() + " of " + sight.alive() + " processes are stopped");
    }
}
