package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.engine.RunPorts.EffectLookup;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.EffectInspector;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.time.Duration;
import java.util.Set;

/** Looks whether a {@link NoopFault} stands, as late, as wrongly or as badly as the script says. */
public final class NoopEffect implements EffectLookup, EffectProvider, EffectInspector {
    private final VirtualTime time;
    private final NoopFault fault;
    private Duration delay = Duration.ZERO;
    private Duration actsFrom;
    private Duration actsUntil;
    private boolean never;
    private String neverIn = "";
    private boolean already;
    private boolean unprovable;
    private String fails = "";
    private Throwable thrown;
    private int reads;

    public NoopEffect(VirtualTime time, NoopFault fault) {
        this.time = time;
        this.fault = fault;
    }

    /** The effect shows only so long after the fault. */
    public NoopEffect after(Duration duration) {
        delay = duration;
        return this;
    }

    /** From so long to so long after the fault a read sees it act, whether or not the effect is there. */
    public NoopEffect acting(Duration from, Duration until) {
        actsFrom = from;
        actsUntil = until;
        return this;
    }

    public NoopEffect never() {
        never = true;
        return this;
    }

    /** The effect never shows in one target. */
    public NoopEffect neverIn(String target) {
        neverIn = target;
        return this;
    }

    /** The effect is there from the start. */
    public NoopEffect already() {
        already = true;
        return this;
    }

    /** Nobody can prove the fault's effect. */
    public NoopEffect unprovable() {
        unprovable = true;
        return this;
    }

    public NoopEffect readFails(String error) {
        fails = error;
        return this;
    }

    /** Looking at the target throws what no interface announces. */
    public NoopEffect throwing(Throwable what) {
        thrown = what;
        return this;
    }

    public int reads() {
        return reads;
    }

    @Override
    public Set<String> faultTypes() {
        return Set.of(NoopFault.TYPE);
    }

    @Override
    public EffectInspector inspector(String faultType, Toolbox toolbox) {
        if (unprovable) {
            throw new IllegalArgumentException("nobody can prove the effect of '" + faultType + "'");
        }
        return this;
    }

    @Override
    public EffectWatch watch(PlannedFault planned, Target target) {
        return () -> read(target);
    }

    private Reading read(Target target) throws InjectionException {
        reads++;
        if (thrown != null) {
            Thrower.throwAsIs(thrown);
        }
        if (!fails.isEmpty()) {
            throw new InjectionException(fails);
        }
        boolean seen = fault.since(target.id())
                .map(since -> !time.now().isBefore(since.plus(delay)))
                .orElse(false);
        boolean effect = already || (seen && !never && !target.id().equals(neverIn));
        return new Reading(effect, effect || acts(target), already || seen ? "it stands" : "nothing to see");
    }

    private boolean acts(Target target) {
        return actsFrom != null
                && fault.since(target.id())
                        .map(since -> time.now().minus(since))
                        .filter(age -> age.compareTo(actsFrom) >= 0 && age.compareTo(actsUntil) < 0)
                        .isPresent();
    }
}
