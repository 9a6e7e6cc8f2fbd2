package dev.musterpoint.injectors.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.InjectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToxicsTests {
    private static final SystemFacts SANDBOX = new SystemFacts(
            "px",
            "sandbox",
            true,
            Map.of(),
            List.of(new SystemFacts.Member("primary", Map.of()), new SystemFacts.Member("db", Map.of("proxy", "db"))));

    private static FaultSpec spec(String type, String proxy, Map<String, Object> params) {
        return spec(type, Map.of("proxy", proxy), params);
    }

    private static FaultSpec spec(String type, Map<String, Object> target, Map<String, Object> params) {
        return new FaultSpec(
                "it breaks",
                type,
                Optional.of("px"),
                new Params(target),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                BlastRadius.UNSTATED,
                new Params(params));
    }

    private static List<Target> resolve(FaultSpec fault) throws InjectionException {
        return new ToxiproxyInjectorProvider().resolver(fault.type()).resolve(fault, Optional.of(SANDBOX));
    }

    @Test
    void aProxyOfASandboxIsKnownBeforeThereIsOne() throws InjectionException {
        Target target = resolve(spec("toxiproxy/down", "db", Map.of())).get(0);
        assertThat(target.id()).isEqualTo("px/db");
        assertThat(target.inSandbox()).isTrue();
        assertThatThrownBy(() -> resolve(spec("toxiproxy/down", "primary", Map.of())))
                .hasMessageContaining("'px' has no proxy 'primary'");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        refused("toxiproxy/latency", Map.of("latency", "10ms", "jitter", "20ms"), "'jitter'");
        refused("toxiproxy/latency", Map.of("latency", "100us"), "whole milliseconds");
        refused("toxiproxy/bandwidth", Map.of("rate", 0), "'rate' must be 1 or more");
        refused("toxiproxy/slicer", Map.of("averageSize", 8, "sizeVariation", 8, "delay", "1ms"), "'sizeVariation'");
        refused("toxiproxy/limit-data", Map.of("bytes", -1), "'bytes' must be 0 or more");
    }

    private static void refused(String type, Map<String, Object> params, String why) {
        assertThatThrownBy(() -> resolve(spec(type, "db", params)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void oneProxyOrSeveralAreNamed() throws InjectionException {
        assertThat(resolve(targeting(Map.of("proxies", List.of("db"))))).hasSize(1);
        String either = "must have either 'proxy'";
        assertThatThrownBy(() -> resolve(targeting(Map.of()))).hasMessageContaining(either);
        assertThatThrownBy(() -> resolve(targeting(Map.of("proxy", "db", "proxies", List.of("db")))))
                .hasMessageContaining(either);
    }

    private static FaultSpec targeting(Map<String, Object> target) {
        return spec("toxiproxy/down", target, Map.of());
    }

    @Test
    void aFaultWithoutASystemSaysWhichToGive() {
        FaultSpec fault = spec("toxiproxy/down", "db", Map.of());
        assertThatThrownBy(() -> new ToxiproxyInjectorProvider()
                        .resolver("toxiproxy/down")
                        .resolve(fault, Optional.empty()))
                .hasMessageContaining("give it 'system:'");
    }
}
