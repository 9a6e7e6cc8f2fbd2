package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spec.Trigger;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.SystemProvider;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the plan of a drill. Contacts the world only through target resolvers, which read. */
public final class Planner {
    private final Catalogue catalogue;
    private final PolicySnapshot policy;
    private final InstantSource clock;
    private final String toolVersion;

    public Planner(Catalogue catalogue, PolicySnapshot policy, InstantSource clock, String toolVersion) {
        this.catalogue = catalogue;
        this.policy = policy;
        this.clock = clock;
        this.toolVersion = toolVersion;
    }

    /**
     * Plans a drill.
     *
     * @param source     the drill file's name
     * @param specDigest SHA-256 of the drill file's bytes, in hexadecimal
     * @param runbook    the runbook that the drill names
     * @param failback   the one that it names to fail back
     * @throws PlanRefusedException with every reason there is
     */
    public DrillPlan plan(
            DrillSpec spec, String source, String specDigest, Optional<Runbook> runbook, Optional<Runbook> failback) {
        Refusals refusals = new Refusals();
        checkTrigger(spec, refusals);
        Map<String, SystemFacts> systems = describe(spec, refusals);
        List<PlannedFault> faults = new TargetPlanner(catalogue, policy, systems, refusals).plan(spec.faults());
        new ConditionPlanner(catalogue, systems, refusals).check(spec);
        StepPlanner stepPlanner = new StepPlanner(catalogue, systems, refusals);
        List<PlannedStep> steps = stepPlanner.plan(spec, runbook);
        List<PlannedStep> back = stepPlanner.planFailback(spec, failback);
        DrillPlan plan = new DrillPlan(
                DrillPlan.FORMAT,
                toolVersion,
                clock.instant(),
                source,
                specDigest,
                spec,
                faults,
                spec.runbook().orElse(""),
                steps,
                back,
                policy,
                stepPlanner.plan(StepStage.SETUP, spec.setup(), spec),
                stepPlanner.plan(StepStage.TEARDOWN, spec.teardown(), spec));
        stepPlanner.checkNames(plan.allSteps());
        PolicyCheck.of(plan, policy, catalogue).forEach(refusals::add);
        refusals.failIfAny();
        return plan;
    }

    /** Plans a drill without fail-back. */
    public DrillPlan plan(DrillSpec spec, String source, String specDigest, Optional<Runbook> runbook) {
        return plan(spec, source, specDigest, runbook, Optional.empty());
    }

    /** Zero targets is an error, never a pass; and a drill that says it injects nothing must not. */
    private static void checkTrigger(DrillSpec spec, Refusals refusals) {
        boolean byFault = spec.trigger() == Trigger.FAULT;
        if (byFault && spec.faults().isEmpty()) {
            refusals.drill(
                    "faults", "the drill injects nothing; give it a fault, or 'trigger: declared' or 'observed'");
        } else if (!byFault && !spec.faults().isEmpty()) {
            refusals.drill("faults", "only a drill with 'trigger: fault' injects any; leave them out");
        }
    }

    private Map<String, SystemFacts> describe(DrillSpec spec, Refusals refusals) {
        Map<String, SystemFacts> facts = new LinkedHashMap<>();
        for (SystemSpec system : spec.systems().values()) {
            describe(system, refusals).ifPresent(known -> facts.put(system.name(), known));
        }
        return facts;
    }

    private Optional<SystemFacts> describe(SystemSpec system, Refusals refusals) {
        String subject = "system '" + system.name() + "'";
        Optional<SystemProvider> provider = catalogue.systems().find(system.type());
        if (provider.isEmpty()) {
            refusals.drill(subject, "there is no system type '" + system.type() + "'");
            return Optional.empty();
        }
        try {
            return Optional.of(provider.get().describe(system));
        } catch (IllegalArgumentException wrong) {
            refusals.drill(subject, wrong.getMessage());
            return Optional.empty();
        }
    }
}
