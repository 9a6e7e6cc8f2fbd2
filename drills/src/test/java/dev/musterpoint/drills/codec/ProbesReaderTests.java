package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Guardrail;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spec.Share;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbesReaderTests {
    private final DrillSpec drill = Samples.drill(Samples.GOOD_DRILL);

    @Test
    void readsProbes() {
        assertThat(drill.probes())
                .containsEntry(
                        "browse",
                        new ProbeSpec(
                                "browse",
                                "http",
                                Optional.empty(),
                                Duration.ofMillis(250),
                                ProbeSpec.DEFAULT_TIMEOUT,
                                ProbeSpec.DEFAULT_LATENCY,
                                6,
                                80,
                                new Params(Map.of("url", "http://localhost/"))));
        assertThat(drill.probes().get("write").latencyBelow()).isEqualTo(Duration.ofMillis(800));
        assertThat(drill.probes().get("write").inFlight()).isEqualTo(16);
    }

    @Test
    void readsNestedParametersOfAProbe() {
        DrillSpec rich = Samples.drill(
                Samples.changed(
                        "every: 250ms",
                        "every: 250ms, headers: { Accept: text/html, Authorization: { env: TOKEN } },"
                                + " expect: { latencyBelow: 700ms, status: [200, 301-303], body: { pointer: /a, equals: x } }"));

        ProbeSpec browse = rich.probes().get("browse");
        assertThat(browse.latencyBelow()).isEqualTo(Duration.ofMillis(700));
        assertThat(browse.params().nested("headers").text("Accept")).isEqualTo("text/html");
        assertThat(browse.params().nested("headers").nested("Authorization").text("env"))
                .isEqualTo("TOKEN");
        Params expect = browse.params().nested("expect");
        assertThat(expect.texts("status")).containsExactly("200", "301-303");
        assertThat(expect.nested("body")).isEqualTo(new Params(Map.of("pointer", "/a", "equals", "x")));
        assertThat(expect.has("latencyBelow")).isFalse();
    }

    @Test
    void attemptsPerTickFollowTheMostDemandingObjectiveThatUsesTheProbe() {
        assertThat(drill.probes().get("write").perTick()).isEqualTo(6);

        String total = Samples.changed("within: 10m,", "within: 10m, failure: total,");
        assertThat(Samples.drill(total).probes().get("write").perTick()).isEqualTo(1);
        assertThat(Samples.drill(total).probes().get("browse").perTick()).isEqualTo(1);

        String written = Samples.changed("every: 50ms", "every: 50ms, perTick: 3");
        assertThat(Samples.drill(written).probes().get("write").perTick()).isEqualTo(3);
    }

    @Test
    void attemptsPerTickOfAProbeWithoutObjectiveFollowItsType() {
        String unused = Samples.changed("probes: [browse, write]", "probes: [write]");

        assertThat(Samples.drill(unused).probes().get("browse").perTick()).isEqualTo(6);
        assertThat(Samples.drill(unused).probes().get("write").perTick()).isEqualTo(1);
    }

    @Test
    void readsGuardrailsAndTheirDefaults() {
        assertThat(drill.guardrails()).isEmpty();
        String text = Samples.changed(
                "  runbook:",
                "  abortWhen:\n    - { probe: browse, errorsAbove: 5% }\n"
                        + "    - { probe: write, errorsAbove: 0%, for: 30s, phases: [responding, injecting],"
                        + " onUnknown: ignore, unreadableFor: 2m }\n  runbook:");

        assertThat(Samples.drill(text).guardrails())
                .containsExactly(
                        new Guardrail(
                                "browse",
                                new Share(0.05),
                                Duration.ofSeconds(10),
                                EnumSet.allOf(Guardrail.Phase.class),
                                Guardrail.OnUnknown.ABORT,
                                Duration.ofMinutes(1)),
                        new Guardrail(
                                "write",
                                new Share(0),
                                Duration.ofSeconds(30),
                                EnumSet.of(Guardrail.Phase.INJECTING, Guardrail.Phase.RESPONDING),
                                Guardrail.OnUnknown.IGNORE,
                                Duration.ofMinutes(2)));
    }
}
