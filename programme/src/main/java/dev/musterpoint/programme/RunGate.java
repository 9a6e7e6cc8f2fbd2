package dev.musterpoint.programme;

import dev.musterpoint.drills.engine.Clearance;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.planning.PlanRefusedException;
import dev.musterpoint.drills.planning.PolicyCheck;
import dev.musterpoint.drills.planning.Refusal;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.programme.halt.HaltLever;
import dev.musterpoint.programme.policy.PolicySource;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds one plan against the lever, the time, and the policy as it is now, which may not be the one it was planned under. */
public final class RunGate implements Clearance {
    private final DrillPlan plan;
    private final Catalogue catalogue;
    private final PolicySource policies;
    private final HaltLever lever;
    private final InstantSource clock;

    public RunGate(DrillPlan plan, Catalogue catalogue, PolicySource policies, HaltLever lever, InstantSource clock) {
        this.plan = plan;
        this.catalogue = catalogue;
        this.policies = policies;
        this.lever = lever;
        this.clock = clock;
    }

    /** Everything that stands against the run at this moment. */
    public List<Refusal> refusals() {
        List<Refusal> all = new ArrayList<>();
        halt().ifPresent(all::add);
        all.addAll(PolicyCheck.at(clock.instant(), plan.policy()));
        try {
            PolicySnapshot now = policies.inForce();
            if (!now.equals(plan.policy())) {
                all.addAll(PolicyCheck.at(clock.instant(), now));
                all.addAll(PolicyCheck.of(plan, now, catalogue));
            }
        } catch (PlanRefusedException unusable) {
            all.addAll(unusable.refusals());
        }
        return all.stream().distinct().toList();
    }

    private Optional<Refusal> halt() {
        try {
            return lever.engaged()
                    .map(halt -> refusal("it is engaged: " + halt + "; 'muster halt release' lets drills run again"));
        } catch (UncheckedIOException unreadable) {
            return Optional.of(refusal(unreadable.getMessage() + ", which counts as engaged; make it readable"));
        }
    }

    private static Refusal refusal(String message) {
        return new Refusal(Refusal.Ground.POLICY, "the halt lever", message);
    }

    @Override
    public Optional<String> refusal() {
        List<Refusal> all = refusals();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.stream().map(Refusal::toString).collect(Collectors.joining("; ")));
    }
}
