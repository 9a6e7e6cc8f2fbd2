package dev.musterpoint.drills.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.musterpoint.drills.kit.SampleCatalogue;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.spec.ConditionSpec;
import dev.musterpoint.drills.spec.Params;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionPlannerTests {
    private static final Planner PLANNER = new Planner(
            SampleCatalogue.create(),
            PolicySnapshot.BUILT_IN,
            InstantSource.fixed(Instant.parse("2026-11-21T09:00:00Z")),
            "0.1.0");

    private static ConditionSpec role(String system, String member) {
        return new ConditionSpec(
                "postgres/role", Optional.of(system), new Params(Map.of("member", member, "is", "primary")));
    }

    private static SampleDrill drill(ConditionSpec condition) {
        return new SampleDrill().fault("primary").when(condition);
    }

    private static List<String> refusals(ConditionSpec condition) {
        PlanRefusedException refused = catchThrowableOfType(
                PlanRefusedException.class,
                () -> PLANNER.plan(drill(condition).build(), "sample.yaml", "0".repeat(64), Optional.empty()));
        return refused.refusals().stream().map(Refusal::toString).toList();
    }

    @Test
    void plansAConditionOfWhatIsThere() {
        ConditionSpec condition = role("db", "standby");
        assertThat(PLANNER.plan(drill(condition).build(), "sample.yaml", "0".repeat(64), Optional.empty())
                        .faults()
                        .get(0)
                        .spec()
                        .when())
                .contains(condition);
    }

    @Test
    void refusesWhatIsNotThereAndNamesWhatWasMeant() {
        String subject = "'when' of fault 'kill primary': ";
        assertThat(refusals(role("db", "standbye")))
                .containsExactly(subject + "'db' has no member 'standbye'; did you mean 'standby'?");
        assertThat(refusals(role("dc", "standby"))).singleElement().asString().contains("no system 'dc'", "'db'");
        assertThat(refusals(new ConditionSpec("postgres/rule", Optional.empty(), Params.NONE)))
                .containsExactly(subject + "there is no condition type 'postgres/rule'; did you mean 'postgres/role'?");
        assertThat(refusals(new ConditionSpec(
                        "probe/state", Optional.empty(), new Params(Map.of("probe", "wrte", "is", "good")))))
                .containsExactly(subject + "the drill has no probe 'wrte'; did you mean 'write'?");
    }
}
