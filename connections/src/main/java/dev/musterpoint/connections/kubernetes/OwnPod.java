package dev.musterpoint.connections.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pod that this process runs in, which no fault may touch. */
public record OwnPod(String namespace, String name) {
    /** Empty when this process runs in no pod. */
    public static Optional<OwnPod> ofThisProcess() {
        return of(System.getenv(), KubeconfigChain.ACCOUNT);
    }

    /** What telling on which node this process runs has to be allowed: nothing where it runs in no pod. */
    public static List<ClusterRule> rules() {
        return ofThisProcess().stream()
                .map(own -> new ClusterRule(own.namespace(), "", "pods", List.of("get")))
                .toList();
    }

    /** A pod's host name is its name; where it is given another, POD_NAME may tell. */
    static Optional<OwnPod> of(Map<String, String> environment, Path account) {
        String name = environment.getOrDefault("POD_NAME", environment.getOrDefault("HOSTNAME", ""));
        if (name.isBlank() || !environment.containsKey("KUBERNETES_SERVICE_HOST")) {
            return Optional.empty();
        }
        try {
            String namespace = Files.readString(account.resolve("namespace")).strip();
            return Optional.of(new OwnPod(namespace, name));
        } catch (IOException inNoPod) {
            return Optional.empty();
        }
    }
}
