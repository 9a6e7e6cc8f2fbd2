package dev.musterpoint.drills.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.musterpoint.drills.kit.SampleCatalogue;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.PlannedStep;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Objective;
import dev.musterpoint.drills.spec.OutputReference;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ReferringText;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spec.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTests {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final PolicySnapshot PERMISSIVE = new PolicySnapshot("policy.yaml", true);

    private static DrillPlan plan(SampleDrill drill, PolicySnapshot policy) {
        return new Planner(SampleCatalogue.create(), policy, () -> NOW, "0.1.0")
                .plan(drill.build(), "shop.yaml", "ab".repeat(32), drill.runbook());
    }

    private static List<String> refusals(SampleDrill drill) {
        return refusals(drill, PolicySnapshot.BUILT_IN);
    }

    private static List<String> refusals(SampleDrill drill, PolicySnapshot policy) {
        try {
            plan(drill, policy);
            return List.of();
        } catch (PlanRefusedException refused) {
            return refused.refusals().stream().map(Refusal::toString).toList();
        }
    }

    private static RunbookStep step(String name, String type, Map<String, Object> params) {
        return new RunbookStep.Automated(
                name, StepPart.ACT, Duration.ZERO, Duration.ofSeconds(30), type, Optional.of("db"), new Params(params));
    }

    @Test
    void numbersTheStepsOfEachStage() {
        SampleDrill drill = new SampleDrill()
                .fault("primary")
                .around(step("load", "sql", Map.of()), step("unload", "sql", Map.of()))
                .step("promote", "postgres/promote", "db", Map.of("member", "standby"));

        assertThat(plan(drill, PolicySnapshot.BUILT_IN).allSteps())
                .extracting(PlannedStep::stage, PlannedStep::number, planned -> planned.step()
                        .name())
                .containsExactly(
                        tuple(StepStage.SETUP, 1, "load"),
                        tuple(StepStage.RUNBOOK, 1, "promote"),
                        tuple(StepStage.TEARDOWN, 1, "unload"));
    }

    @Test
    void leavesAMemberThatAStepPublishesToTheRun() {
        Object member =
                new ReferringText(List.of(ReferringText.Piece.of(new OutputReference("load", "member")))).stored();
        SampleDrill drill = new SampleDrill()
                .fault("primary")
                .step("look", "sql", "db", Map.of("member", member, "query", "select 1"));

        assertThat(refusals(drill)).isEmpty();
    }

    @Test
    void refusesStepsOfOneNameAndStepsThatWaitForProbesThatDoNotRun() {
        SampleDrill drill = new SampleDrill()
                .fault("primary")
                .around(step("wait", "wait-for", Map.of("probe", "write")), step("promote", "sql", Map.of()))
                .step("promote", "postgres/promote", "db", Map.of("member", "standby"));

        assertThat(refusals(drill))
                .containsExactly(
                        "step 'wait': a setup step cannot look at probe 'write', which runs only between setup and"
                                + " teardown; use a step that asks the system",
                        "step 'promote': a step and a teardown step have this name; give one of them another");
    }

    @Test
    void freezesTheDrillWithWhereItCameFrom() {
        SampleDrill drill = new SampleDrill().fault("primary");

        DrillPlan plan = plan(drill, PolicySnapshot.BUILT_IN);

        DrillSpec spec = drill.build();
        assertThat(plan.format()).isEqualTo(DrillPlan.FORMAT);
        assertThat(plan.toolVersion()).isEqualTo("0.1.0");
        assertThat(plan.plannedAt()).isEqualTo(NOW);
        assertThat(plan.source()).isEqualTo("shop.yaml");
        assertThat(plan.specDigest()).isEqualTo("ab".repeat(32));
        assertThat(plan.spec()).isEqualTo(spec);
        assertThat(plan.runbook()).isEmpty();
        assertThat(plan.policy()).isEqualTo(PolicySnapshot.BUILT_IN);
    }

    @Test
    void numbersFaultsAndNamesTheirTargets() {
        DrillPlan plan = plan(new SampleDrill().fault("primary").fault("all"), PolicySnapshot.BUILT_IN);

        assertThat(plan.faults()).extracting(PlannedFault::number).containsExactly(1, 2);
        assertThat(plan.faults().get(0).targets())
                .containsExactly(new Target("db/primary", "processes", "db", 2, true, Map.of("member", "primary")));
        assertThat(plan.faults().get(1).targets()).extracting(Target::id).containsExactly("db/primary", "db/standby");
    }

    @Test
    void aDrillWithoutFaultsSaysWhatElseTriggersIt() {
        assertThat(refusals(new SampleDrill()))
                .containsExactly("faults: the drill injects nothing; give it a fault, or 'trigger: declared' or"
                        + " 'observed'");
        assertThat(refusals(new SampleDrill().trigger(Trigger.OBSERVED))).isEmpty();
        assertThat(refusals(new SampleDrill().trigger(Trigger.DECLARED))).isEmpty();
    }

    @Test
    void whatIsNotTriggeredByFaultsHasNone() {
        assertThat(refusals(new SampleDrill().fault("primary").trigger(Trigger.DECLARED)))
                .containsExactly("faults: only a drill with 'trigger: fault' injects any; leave them out");
    }

    @Test
    void noTargetsAreAnErrorAndNeverAPass() {
        assertThat(refusals(new SampleDrill().fault("replica")))
                .containsExactly(
                        "fault 'kill replica': its selector matches nothing; look at its 'target' and at what the"
                                + " system consists of");
    }

    @Test
    void aSelectorThatCannotBeResolvedIsAnError() {
        assertThat(refusals(new SampleDrill().fault("elsewhere")))
                .containsExactly(
                        "fault 'kill elsewhere': its targets cannot be resolved: the member 'elsewhere' cannot be"
                                + " looked up");
    }

    @Test
    void moreTargetsThanAllowedAreRefused() {
        BlastRadius one = new BlastRadius(Map.of("processes", 1), Optional.empty());

        assertThat(refusals(new SampleDrill().fault("primary", one))).isEmpty();
        assertThat(refusals(new SampleDrill().fault("all", one)))
                .containsExactly(
                        "fault 'kill all': it selects 2 processes, and its blast radius allows 1; select fewer or"
                                + " raise 'blastRadius.processes': db/primary, db/standby");
    }

    @Test
    void aLargerShareOfAGroupThanAllowedIsRefused() {
        BlastRadius half = new BlastRadius(Map.of(), Optional.of(new Share(0.5)));

        assertThat(refusals(new SampleDrill().fault("primary", half))).isEmpty();
        assertThat(refusals(new SampleDrill().fault("all", half)))
                .containsExactly("fault 'kill all': it selects 2 of 2 in 'db', 100 %, and its blast radius allows 50 %;"
                        + " select fewer or raise 'blastRadius.share'");
    }

    @Test
    void aLimitOnAKindThatIsNotAmongTheTargetsIsRefused() {
        BlastRadius misspelt = new BlastRadius(Map.of("proceses", 1), Optional.empty());

        assertThat(refusals(new SampleDrill().fault("all", misspelt)))
                .containsExactly("fault 'kill all': its blast radius limits 'proceses', but its targets are processes;"
                        + " name the limit after them");
    }

    @Test
    void nothingOutsideASandboxIsTouchedUnlessPolicyAllowsIt() {
        SampleDrill outside = new SampleDrill()
                .system("postgres", new Params(Map.of("url", "jdbc:postgresql://db/shop")))
                .workload()
                .step("promote", "postgres/promote", "db", Map.of("member", "standby"))
                .fault("primary");

        assertThat(refusals(outside))
                .containsExactly(
                        "fault 'kill primary': its target db/primary is outside a sandbox, and the policy (built in:"
                                + " sandboxes only) does not allow that; only a policy.yaml can allow it, with"
                                + " 'outsideSandbox.targets: [db/primary]'",
                        "workload 'orders': it works on 'db', which is outside a sandbox, and the policy (built in:"
                                + " sandboxes only) does not allow that; only a policy.yaml can allow it, with"
                                + " 'outsideSandbox.systems: [postgres]'",
                        "step 'promote': it works on 'db', which is outside a sandbox, and the policy (built in:"
                                + " sandboxes only) does not allow that; only a policy.yaml can allow it, with"
                                + " 'outsideSandbox.systems: [postgres]'");
        assertThat(refusals(outside, PERMISSIVE)).isEmpty();
    }

    @Test
    void tellsPolicyFromMistakes() {
        SampleDrill outside = new SampleDrill().system("postgres", new Params(Map.of("url", "x")));

        assertThatThrownBy(() -> plan(outside.fault("primary"), PolicySnapshot.BUILT_IN))
                .isInstanceOfSatisfying(PlanRefusedException.class, refused -> assertThat(refused.byPolicy())
                        .isTrue());
        assertThatThrownBy(() -> plan(outside.fault("replica"), PolicySnapshot.BUILT_IN))
                .isInstanceOfSatisfying(PlanRefusedException.class, refused -> assertThat(refused.byPolicy())
                        .isFalse());
    }

    @Test
    void aSystemThatCannotBeDescribedIsRefusedOnce() {
        SampleDrill unknown = new SampleDrill()
                .system("sandbox", new Params(Map.of("name", "mysql-pair")))
                .fault("primary");

        assertThat(refusals(unknown)).containsExactly("system 'db': there is no sandbox 'mysql-pair'");
    }

    @Test
    void typesThatNoProviderServesAreRefused() {
        assertThat(refusals(new SampleDrill().system("mainframe", Params.NONE).fault("primary")))
                .containsExactly("system 'db': there is no system type 'mainframe'");
        assertThat(refusals(new SampleDrill().faultOfType("zone/flood")))
                .containsExactly("fault 'a zone/flood': there is no fault type 'zone/flood'");
    }

    @Test
    void numbersTheStepsOfTheRunbook() {
        SampleDrill drill = new SampleDrill()
                .fault("primary")
                .step("notice", "wait-for", null, Map.of("probe", "write"))
                .step("promote", "postgres/promote", "db", Map.of("member", "standby"));

        DrillPlan plan = plan(drill, PolicySnapshot.BUILT_IN);

        assertThat(plan.runbook()).isEqualTo("failover");
        assertThat(plan.steps()).extracting(PlannedStep::number).containsExactly(1, 2);
        assertThat(plan.steps()).extracting(step -> step.step().part()).containsOnly(StepPart.ACT);
    }

    @Test
    void stepsMayOnlySpeakOfWhatTheDrillHas() {
        SampleDrill drill = new SampleDrill()
                .fault("primary")
                .step("notice", "wait-for", null, Map.of("probe", "browse"))
                .step("look", "sql", "warehouse", Map.of("query", "select 1"))
                .step("promote", "postgres/promote", "db", Map.of("member", "replica"));

        assertThat(refusals(drill))
                .containsExactly(
                        "step 'notice': the drill has no probe 'browse'; it has: write",
                        "step 'look': the drill has no system 'warehouse'; it has: db",
                        "step 'promote': 'db' has no member 'replica'; it has: primary, standby");
    }

    @Test
    void stepsMayOnlyUseSystemsTheyWorkWith() {
        SampleDrill drill = new SampleDrill()
                .system("toxiproxy", new Params(Map.of("url", "http://localhost:8474")))
                .faultOfType("noop")
                .step("promote", "postgres/promote", "db", Map.of("member", "standby"));

        assertThat(refusals(drill, PERMISSIVE))
                .contains("step 'promote': 'db' is of type 'toxiproxy', and 'postgres/promote' works with: sandbox,"
                        + " postgres");
    }

    @Test
    void theRunbookMustBeTheOneTheDrillNames() {
        Planner planner = new Planner(SampleCatalogue.create(), PolicySnapshot.BUILT_IN, () -> NOW, "0.1.0");
        SampleDrill with =
                new SampleDrill().fault("primary").step("notice", "wait-for", null, Map.of("probe", "write"));
        DrillSpec without = new SampleDrill().fault("primary").build();
        Runbook failover = with.runbook().orElseThrow();

        assertThatThrownBy(() -> planner.plan(with.build(), "shop.yaml", "ab", Optional.empty()))
                .hasMessage("runbook: there is no runbook 'failover'; put its file beside the drill's");
        assertThatThrownBy(() -> planner.plan(without, "shop.yaml", "ab", Optional.of(failover)))
                .hasMessage(
                        "runbook: the drill names no runbook, and 'failover' was given; add 'runbook: failover' to it");
        assertThatThrownBy(() ->
                        planner.plan(with.runbookNamed("other").build(), "shop.yaml", "ab", Optional.of(failover)))
                .hasMessage("runbook: the drill names 'other', and 'failover' was given");
    }

    @Test
    void aFailbackNeedsTheStepThatSwitches() {
        Planner planner = new Planner(SampleCatalogue.create(), PolicySnapshot.BUILT_IN, () -> NOW, "0.1.0");
        SampleDrill with =
                new SampleDrill().fault("primary").step("notice", "wait-for", null, Map.of("probe", "write"));
        Runbook runbook = with.runbook().orElseThrow();
        DrillSpec spec = with.build().failingBackBy("failover");

        assertThatThrownBy(() -> planner.plan(spec, "shop.yaml", "ab", Optional.of(runbook), Optional.of(runbook)))
                .hasMessageContaining("failback: no step of 'failover' has 'part: switch'");
        assertThatThrownBy(() -> planner.plan(spec, "shop.yaml", "ab", Optional.of(runbook), Optional.empty()))
                .hasMessage("failback: there is no runbook 'failover'; put its file beside the drill's");
    }

    @Test
    void whatNoticesTheFaultIsAStepOfTheRunbook() {
        Objective notices = new Objective.Detection("noticed", Duration.ofMinutes(1), "page somebody");

        assertThat(refusals(new SampleDrill().fault("primary").objective(notices)))
                .singleElement()
                .asString()
                .contains("the runbook has no step 'page somebody'; it has: none");
    }
}
