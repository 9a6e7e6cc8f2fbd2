package dev.musterpoint.drills.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SampleCatalogue;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.FreezeWindow;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.plan.PolicySnapshot.Allowed;
import dev.musterpoint.drills.plan.PolicySnapshot.Limits;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.plan.WeeklyWindow;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Providers;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.StepProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyCheckTests {
    private static final Catalogue CATALOGUE = catalogue();
    private static final Allowed NOTHING = new Allowed(List.of(), List.of(), List.of(), List.of());
    private static final Limits NO_LIMITS =
            new Limits(BlastRadius.UNSTATED, BlastRadius.UNSTATED, Optional.empty(), false);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private List<String> environments = List.of();
    private Allowed allowed = NOTHING;
    private List<String> labels = List.of();
    private Limits limits = NO_LIMITS;
    private List<FreezeWindow> freezes = List.of();
    private List<WeeklyWindow> windows = List.of();

    private PolicySnapshot policy() {
        return new PolicySnapshot("policy.yaml", "ab", environments, allowed, labels, limits, freezes, windows);
    }

    /** The sample catalogue, with a step that runs a program or sends a request. */
    private static Catalogue catalogue() {
        StepProvider reaching = new StepProvider() {
            @Override
            public StepExecutor executor(String type, Toolbox toolbox) {
                throw new UnsupportedOperationException("it declares a type and runs nothing");
            }

            @Override
            public List<TypeInfo> types() {
                List<Parameter> fields = List.of(
                        Parameter.optional("run", ParameterType.PROGRAM, "none", "a program"),
                        Parameter.optional("url", ParameterType.URL, "none", "an address"));
                return List.of(TypeInfo.of(
                        "reach", "reaches", List.of(Parameter.requiredMapping("for", "what for", fields)), List.of()));
            }
        };
        Catalogue sample = SampleCatalogue.create();
        return Catalogue.of(
                sample.faults(),
                sample.probes(),
                sample.workloads(),
                sample.systems(),
                Providers.of(List.of(reaching)));
    }

    private static DrillPlan plan(SampleDrill drill) {
        PolicySnapshot permissive = new PolicySnapshot(
                "test",
                "",
                List.of(),
                new Allowed(List.of("*"), List.of("*"), List.of("/bin/a", "/bin/b"), List.of("*")),
                List.of(),
                NO_LIMITS,
                List.of(),
                List.of());
        return new Planner(CATALOGUE, permissive, () -> Instant.EPOCH, "0.1.0")
                .plan(drill.build(), "shop.yaml", "ab".repeat(32), drill.runbook());
    }

    private List<String> refusals(SampleDrill drill) {
        return refusals(plan(drill));
    }

    private List<String> refusals(DrillPlan plan) {
        List<Refusal> refusals = PolicyCheck.of(plan, policy(), CATALOGUE);
        assertThat(refusals).allMatch(refusal -> refusal.ground() == Refusal.Ground.POLICY);
        return refusals.stream().map(Refusal::toString).toList();
    }

    private List<String> at(String utc) {
        return PolicyCheck.at(Instant.parse(utc), policy()).stream()
                .map(Refusal::toString)
                .toList();
    }

    private static SampleDrill outside() {
        return new SampleDrill().system("postgres", new Params(Map.of("url", "jdbc:postgresql://db/shop")));
    }

    @Test
    void onlyNamedEnvironmentsAreAllowed() {
        environments = List.of("staging", "sandbox");
        assertThat(refusals(new SampleDrill().fault("primary")))
                .containsExactly("environment 'test': drills may run in staging, sandbox only (policy.yaml,"
                        + " 'environments'); whoever keeps the policy can add 'test' to 'environments'");
        environments = List.of("staging", "test");
        assertThat(refusals(new SampleDrill().fault("primary"))).isEmpty();
    }

    @Test
    void targetsOutsideASandboxMustBeNamed() {
        assertThat(refusals(outside().fault("primary")))
                .containsExactly("fault 'kill primary': its target db/primary is outside a sandbox, and the policy"
                        + " (policy.yaml, 'outsideSandbox.targets') does not allow that; whoever keeps the policy can"
                        + " add 'db/primary' to 'outsideSandbox.targets'");
        allowed = new Allowed(List.of(), List.of("db/stand*", "d*y"), List.of(), List.of());
        assertThat(refusals(outside().fault("primary"))).isEmpty();
        allowed = new Allowed(List.of(), List.of("db/prim", "b/primary"), List.of(), List.of());
        assertThat(refusals(outside().fault("primary"))).hasSize(1);
    }

    @Test
    void systemsOutsideASandboxMustBeOfATypeThatIsNamed() {
        SampleDrill drill = outside().workload().fault("primary");
        allowed = new Allowed(List.of(), List.of("*"), List.of(), List.of());
        assertThat(refusals(drill))
                .singleElement()
                .asString()
                .startsWith("workload 'orders': it works on 'db', which is outside a sandbox")
                .contains("'outsideSandbox.systems'", "'postgres'");
        allowed = new Allowed(List.of("postgres"), List.of("*"), List.of(), List.of());
        assertThat(refusals(drill)).isEmpty();
    }

    private static DrillPlan labelled(Map<String, String> attributes) {
        DrillPlan plan = plan(new SampleDrill().fault("primary"));
        PlannedFault fault = plan.faults().get(0);
        Target target = new Target("pod-1", "pods", "shop", 3, true, attributes);
        return new DrillPlan(
                plan.format(),
                plan.toolVersion(),
                plan.plannedAt(),
                plan.source(),
                plan.specDigest(),
                plan.spec(),
                List.of(new PlannedFault(1, fault.spec(), List.of(target))),
                plan.runbook(),
                plan.steps(),
                plan.policy());
    }

    @Test
    void protectedTargetsAreNeverTouchedNotEvenInASandbox() {
        labels = List.of("tier=critical", "keep");
        assertThat(refusals(labelled(Map.of("label.tier", "critical"))))
                .containsExactly("fault 'kill primary': its target pod-1 is protected by the label 'tier=critical'"
                        + " (policy.yaml, 'protected'); choose another target");
        assertThat(refusals(labelled(Map.of("keep", "whatever")))).hasSize(1);
        assertThat(refusals(labelled(Map.of("label.tier", "small,critical")))).hasSize(1);
        assertThat(refusals(labelled(Map.of("tier", "small")))).isEmpty();
    }

    @Test
    void aFaultMayNotStandLongerThanThePolicySays() {
        limits = new Limits(BlastRadius.UNSTATED, BlastRadius.UNSTATED, Optional.of(Duration.ofMinutes(4)), false);
        assertThat(refusals(new SampleDrill().fault("primary")))
                .containsExactly(
                        "fault 'kill primary': it may stand for 5 min, and the longest that is allowed is 4 min"
                                + " (policy.yaml, 'limits.longestFault'); shorten 'holdFor'");
    }

    @Test
    void aFaultMayNotTakeMoreThanThePolicySays() {
        limits = new Limits(
                new BlastRadius(Map.of("processes", 1), Optional.of(new Share(0.5))),
                BlastRadius.UNSTATED,
                Optional.empty(),
                false);
        assertThat(refusals(new SampleDrill().fault("all")))
                .containsExactly(
                        "fault 'kill all': it selects 2 processes, and at most 1 are allowed (policy.yaml,"
                                + " 'limits.perFault.processes'); select fewer",
                        "fault 'kill all': it selects 2 of 2 in 'db', 100 %, and at most 50 % is allowed (policy.yaml,"
                                + " 'limits.perFault.share'); select fewer");
        assertThat(refusals(new SampleDrill().fault("primary").fault("standby")))
                .isEmpty();
    }

    @Test
    void aDrillMayNotTakeMorePieceByPiece() {
        limits = new Limits(
                BlastRadius.UNSTATED,
                new BlastRadius(Map.of("targets", 1), Optional.of(new Share(0.5))),
                Optional.empty(),
                false);
        assertThat(refusals(new SampleDrill().fault("primary").fault("standby")))
                .containsExactly(
                        "the drill: it selects 2 targets, and at most 1 are allowed (policy.yaml,"
                                + " 'limits.perDrill.targets'); select fewer",
                        "the drill: it selects 2 of 2 in 'db', 100 %, and at most 50 % is allowed (policy.yaml,"
                                + " 'limits.perDrill.share'); select fewer");
    }

    @Test
    void programsAndHostsMustBeNamedWhereverTheyAreUsed() {
        SampleDrill drill = new SampleDrill()
                .fault("primary")
                .step("a", "reach", null, Map.of("for", Map.of("run", List.of("/bin/a", "x"))))
                .step("b", "reach", null, Map.of("for", Map.of("url", "https://API.example/go")));
        assertThat(refusals(drill))
                .containsExactly(
                        "step 'a': it would run '/bin/a', which the policy (policy.yaml, 'commands') does not allow;"
                                + " whoever keeps the policy can add '/bin/a' to 'commands'",
                        "step 'b': it would send requests to 'api.example:443', which the policy (policy.yaml, 'hosts')"
                                + " does not allow; whoever keeps the policy can add 'api.example:443' to 'hosts'");
        allowed = new Allowed(List.of(), List.of(), List.of("/bin/b"), List.of("api.example:80"));
        assertThat(refusals(drill)).hasSize(2);
        allowed = new Allowed(List.of(), List.of(), List.of("/bin/a"), List.of("api.example"));
        assertThat(refusals(drill)).isEmpty();
    }

    @Test
    void guardrailsMayBeRequired() {
        limits = new Limits(BlastRadius.UNSTATED, BlastRadius.UNSTATED, Optional.empty(), true);
        assertThat(refusals(new SampleDrill().fault("primary")))
                .containsExactly("guardrails: the drill has none, and the policy (policy.yaml, 'limits.guardrails')"
                        + " requires conditions that stop a drill; add 'abortWhen'");
    }

    @Test
    void nothingRunsInAFreeze() {
        freezes = List.of(new FreezeWindow(
                LocalDateTime.parse("2026-12-20T00:00"), LocalDateTime.parse("2027-01-02T00:00"), BERLIN, "trade"));
        assertThat(at("2026-12-24T09:30:00Z"))
                .containsExactly("the time: it is Thu 2026-12-24 10:30 Europe/Berlin, and drills are frozen from"
                        + " 2026-12-20T00:00 to 2027-01-02T00:00 Europe/Berlin (trade) by policy.yaml, 'freeze'; run it"
                        + " afterwards");
        assertThat(at("2026-12-19T09:30:00Z")).isEmpty();
    }

    @Test
    void whereThereAreWindowsDrillsRunInOneOfThem() {
        windows = List.of(
                new WeeklyWindow(List.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(16, 0), BERLIN),
                new WeeklyWindow(List.of(DayOfWeek.SUNDAY), LocalTime.of(9, 0), LocalTime.of(10, 0), BERLIN));
        assertThat(at("2026-11-23T15:00:00Z"))
                .containsExactly("the time: it is Mon 2026-11-23 16:00 Europe/Berlin, and drills may run only Mon 09:00"
                        + " to 16:00 Europe/Berlin, and Sun 09:00 to 10:00 Europe/Berlin (policy.yaml, 'windows');"
                        + " run it then");
        assertThat(at("2026-11-22T08:30:00Z")).isEmpty();
    }

    @Test
    void theBuiltInPolicySaysHowToAllowWhatItDoesNot() {
        assertThat(PolicyCheck.of(plan(outside().fault("primary")), PolicySnapshot.BUILT_IN, CATALOGUE))
                .singleElement()
                .asString()
                .contains(
                        "(built in: sandboxes only)",
                        "only a policy.yaml can allow it, with 'outsideSandbox.targets: [db/primary]'");
    }
}
