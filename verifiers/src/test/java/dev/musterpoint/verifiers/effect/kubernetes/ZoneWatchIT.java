package dev.musterpoint.verifiers.effect.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.sandbox.kubernetes.ThreeZones;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A pod of the test stands for the agent; the zone is cut by its cable, so that no injector is needed. */
class ZoneWatchIT {
    private static final Map<String, String> LABELS = Map.of("musterpoint.dev/run", "r", "musterpoint.dev/fault", "1");

    @RegisterExtension
    final ThreeZones zones = new ThreeZones();

    private ZoneWatch watch;

    @BeforeEach
    void makeAgent() {
        zones.kubectl(
                "run",
                "agent",
                "--image=localhost/testapp:1",
                "--image-pull-policy=Never",
                "--labels=musterpoint.dev/run=r,musterpoint.dev/fault=1",
                "--overrides={\"spec\":{\"nodeName\":\"node-a1\"}}");
        zones.kubectl("wait", "--for=condition=Ready", "pod/agent", "--timeout=60s");
        watch = watch("node-a1");
    }

    private ZoneWatch watch(String... nodes) {
        ClusterAccess access = new ClusterAccess(
                zones.kubeconfig().toString(), "zones", "https://" + zones.server(), zones.namespace());
        return new ZoneWatch(access, new Redactor(), new ZoneWatch.Sought(List.of(nodes), zones.namespace(), LABELS));
    }

    private void lookAt(String... nodes) {
        watch.close();
        watch = watch(nodes);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void seesACutBeforeTheClusterDoes() throws InjectionException {
        assertThat(watch.read()).isEqualTo(new Reading(false, "node-a1 answers"));
        zones.script("zone-net.sh", "cut", "a");
        try {
            assertThat(watch.read())
                    .isEqualTo(new Reading(true, "node-a1 does not answer the API server, which answers us"));
            zones.kubectl("wait", "--for=condition=Ready=Unknown", "node/node-a1", "--timeout=30s");
            assertThat(watch.read()).isEqualTo(new Reading(true, "node-a1 is not ready"));
            lookAt("node-a1", "node-b1");
            assertThat(watch.read().effect())
                    .as("a node of the zone is still there")
                    .isFalse();
        } finally {
            zones.script("zone-net.sh", "heal", "a");
            zones.kubectl("wait", "--for=condition=Ready", "node/node-a1", "--timeout=30s");
        }
    }

    @Test
    void takesAnApiServerThatIsAwayForNoEffect() {
        zones.script("api.sh", "stop");
        try {
            assertThatThrownBy(watch::read)
                    .isInstanceOf(InjectionException.class)
                    .hasMessageContaining("cannot be reached");
        } finally {
            zones.script("api.sh", "start");
        }
    }

    @Test
    void cannotTellOfANodeThatIsNotThere() {
        lookAt("node-z9");
        assertThatThrownBy(watch::read).hasMessage("the node node-z9 is not there");
    }
}
