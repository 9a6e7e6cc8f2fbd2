package dev.musterpoint.verifiers.probe.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spec.Params;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KubernetesProbeProviderTests {
    @Test
    void refusesZonesOfAWorkloadWhichDoesNotTellThem() {
        KubernetesProbeProvider provider = new KubernetesProbeProvider();
        assertThat(provider.problems(new Params(Map.of("workload", "deployment/web", "zones", 3))))
                .singleElement()
                .asString()
                .contains("give 'service'");
        assertThat(provider.problems(new Params(Map.of("service", "web", "zones", 3))))
                .isEmpty();
    }
}
