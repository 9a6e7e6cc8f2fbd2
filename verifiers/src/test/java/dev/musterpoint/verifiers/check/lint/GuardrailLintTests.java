package dev.musterpoint.verifiers.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.Guardrail;
import dev.musterpoint.drills.spec.Guardrail.OnUnknown;
import dev.musterpoint.drills.spec.Guardrail.Phase;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.Share;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardrailLintTests {
    private static DrillSpec guarding(String probe, Set<Phase> phases) {
        return new SamplePlan()
                .alsoProbe(new ProbeSpec(
                        "payments",
                        "noop",
                        Optional.of("db"),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        1,
                        64,
                        Params.NONE))
                .recoversWithin(Duration.ofSeconds(20), FailureMode.TOTAL.confirmation())
                .guardrail(new Guardrail(
                        probe,
                        new Share(0.05),
                        Duration.ofSeconds(30),
                        phases,
                        OnUnknown.ABORT,
                        Duration.ofSeconds(60)))
                .build()
                .spec();
    }

    @Test
    void warnsOfAGuardrailOnTheOutageThatTheDrillExpects() {
        assertThat(GuardrailLint.check(guarding("write", EnumSet.of(Phase.RESPONDING))))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.error()).isFalse();
                    assertThat(remark.code()).isEqualTo("GUARDRAIL_ON_THE_OUTAGE");
                    assertThat(remark.message())
                            .startsWith("the guardrail on this probe (errors above 5 % for 30 s) watches what"
                                    + " objective 'recovers' expects to fail");
                });
    }

    @Test
    void isPartOfTheLintOfTheMeasurement() {
        assertThat(MeasurementLint.check(guarding("write", EnumSet.allOf(Phase.class))))
                .extracting(LintRemark::code)
                .contains("GUARDRAIL_ON_THE_OUTAGE");
    }

    @Test
    void hasNothingToSayOfAGuardrailOnSomethingElse() {
        assertThat(GuardrailLint.check(guarding("payments", EnumSet.allOf(Phase.class))))
                .isEmpty();
    }

    @Test
    void hasNothingToSayOfAGuardrailOfTheBaseline() {
        assertThat(GuardrailLint.check(guarding("write", EnumSet.of(Phase.BASELINE))))
                .isEmpty();
    }
}
