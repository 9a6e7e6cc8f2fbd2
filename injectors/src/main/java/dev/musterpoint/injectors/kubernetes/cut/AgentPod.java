package dev.musterpoint.injectors.kubernetes.cut;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Makes the pods that cut nodes off and those that clear up. The script is the same in all; its environment differs. */
final class AgentPod {
    /** How long an agent waits for the word, in seconds; after that it ends, having done nothing. */
    static final int WAIT = 60;

    private static final String SCRIPT = script();

    private final Cut cut;

    AgentPod(Cut cut) {
        this.cut = cut;
    }

    private static String script() {
        try (InputStream in = AgentPod.class.getResourceAsStream("agent.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Pod agent(String node) {
        return pod(cut.agent(node), node, "cut");
    }

    Pod sweeper(String node) {
        return pod(cut.sweeper(node), node, "sweep");
    }

    /** On its node whatever is said against it, and with no right but the one it needs. */
    private Pod pod(String name, String node, String task) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(cut.namespace())
                .withLabels(cut.labels())
                .endMetadata()
                .withNewSpec()
                .withNodeName(node)
                .withHostNetwork(true)
                .withDnsPolicy("Default")
                .withRestartPolicy("Never")
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds(5L)
                .addNewToleration()
                .withOperator("Exists")
                .endToleration()
                .addNewVolume()
                .withName("tmp")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .addNewContainer()
                .withName("agent")
                .withImage(cut.settings().image())
                .withImagePullPolicy(cut.settings().pullPolicy())
                .withCommand("sh", "-c", SCRIPT)
                .withEnv(environment(task))
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                .addNewVolumeMount()
                .withName("tmp")
                .withMountPath("/tmp")
                .endVolumeMount()
                .withNewSecurityContext()
                .withRunAsUser(0L)
                .withPrivileged(false)
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .withAdd("NET_ADMIN")
                .endCapabilities()
                .endSecurityContext()
                .withNewReadinessProbe()
                .withNewExec()
                .withCommand("sh", "-c", "test -f /tmp/ready")
                .endExec()
                .withPeriodSeconds(1)
                .withTimeoutSeconds(5)
                .endReadinessProbe()
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity("10m"), "memory", new Quantity("16Mi")))
                .withLimits(Map.of("cpu", new Quantity("500m"), "memory", new Quantity("64Mi")))
                .endResources()
                .endContainer()
                .endSpec()
                .build();
    }

    private List<EnvVar> environment(String task) {
        return List.of(
                new EnvVar("CUT_TASK", task, null),
                new EnvVar("CUT_TABLE", cut.table(), null),
                new EnvVar("CUT_SECONDS", Long.toString(cut.settings().seconds()), null),
                new EnvVar("CUT_WAIT", Integer.toString(WAIT), null),
                new EnvVarBuilder()
                        .withName("HOST_IP")
                        .withNewValueFrom()
                        .withNewFieldRef()
                        .withFieldPath("status.hostIP")
                        .endFieldRef()
                        .endValueFrom()
                        .build());
    }
}
