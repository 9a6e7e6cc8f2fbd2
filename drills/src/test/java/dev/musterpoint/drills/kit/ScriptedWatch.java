package dev.musterpoint.drills.kit;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.evidence.Pause;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spi.RecoveryWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A watch that confirms recovery a set time after the first fault, or never. */
public final class ScriptedWatch implements RecoveryWatch, RecoveryWatch.Factory {
    private final VirtualTime time;
    private final List<Observation> observed = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private String unsteady = "";
    private Duration confirmsAfter = Duration.ofSeconds(2);
    private Duration longest = Duration.ofSeconds(30);
    private boolean never;
    private RuntimeException thrown;
    private Moment fault;

    public ScriptedWatch(VirtualTime time) {
        this.time = time;
    }

    /** The baseline shows this fault of the service. */
    public ScriptedWatch unsteady(String reason) {
        unsteady = reason;
        return this;
    }

    public ScriptedWatch confirmsAfter(Duration duration) {
        confirmsAfter = duration;
        return this;
    }

    public ScriptedWatch never() {
        never = true;
        return this;
    }

    public ScriptedWatch longest(Duration duration) {
        longest = duration;
        return this;
    }

    /** Every observation meets this exception. */
    public ScriptedWatch throwing(RuntimeException what) {
        thrown = what;
        return this;
    }

    public List<Observation> observed() {
        return List.copyOf(observed);
    }

    public List<Pause> pauses() {
        return List.copyOf(pauses);
    }

    @Override
    public RecoveryWatch watch(DrillPlan plan) {
        return this;
    }

    @Override
    public String baseline(Moment from, Moment to) {
        return unsteady;
    }

    @Override
    public void faultStarted(String name, Moment earliest) {
        fault = fault == null ? earliest : fault;
    }

    @Override
    public void faultSkipped(String name) {
        skipped.add(name);
    }

    /** The faults that will not come. */
    public List<String> skipped() {
        return List.copyOf(skipped);
    }

    @Override
    public void observed(String probe, Observation observation) {
        if (thrown != null) {
            throw thrown;
        }
        observed.add(observation);
    }

    @Override
    public void paused(Pause pause) {
        pauses.add(pause);
    }

    @Override
    public void completeUntil(String probe, Moment until) {
        // The script goes by the clock alone.
    }

    @Override
    public boolean confirmed() {
        return !never && fault != null && !time.now().isBefore(fault.plus(confirmsAfter));
    }

    @Override
    public Duration longest() {
        return longest;
    }
}
