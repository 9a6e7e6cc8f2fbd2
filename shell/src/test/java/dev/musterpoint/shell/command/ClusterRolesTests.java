package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterRolesTests {
    @TempDir
    Path here;

    @BeforeEach
    void write() throws IOException {
        Path kubeconfig = here.resolve("kubeconfig");
        Files.writeString(kubeconfig, """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
                users: [{name: u, user: {token: none}}]
                contexts: [{name: x, context: {cluster: c, user: u, namespace: shop}}]
                current-context: x
                """);
        Files.writeString(here.resolve("pods.yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Drill
                metadata: { name: pods, title: Pods go }
                spec:
                  hypothesis: Nobody notices.
                  environment: test
                  systems:
                    shop: { type: kubernetes, kubeconfig: "%s" }
                  probes:
                    web: { type: tcp, host: 127.0.0.1, port: 1 }
                  objectives:
                    - name: it is there again
                      recoveryTime: { within: 1m, probes: [web] }
                  faults:
                    - name: a pod is evicted
                      type: kubernetes/pod-evict
                      system: shop
                      target: { owner: deployment/web }
                      holdFor: 1m
                  timing: { baseline: 3s, deadline: 2m }
                """.formatted(kubeconfig));
    }

    @Test
    void areTheLeastThatTheDrillNeeds() {
        Typed typed = Typed.in(here, "doctor", "--target", "pods.yaml", "--rbac");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out())
                .contains("kind: Role", "namespace: shop", "pods/eviction", "create", "kind: ClusterRole", "nodes")
                .doesNotContain("delete", "*");
    }

    @Test
    void tellWhatIsWantedApartFromWhatIsRequired() {
        String[] roles = Typed.in(here, "doctor", "--target", "pods.yaml", "--rbac")
                .out()
                .split("---\n");

        assertThat(roles).hasSize(5);
        assertThat(List.of(roles[0], roles[1])).noneMatch(role -> role.contains("wanted") || role.contains("events"));
        assertThat(List.of(roles).subList(2, 5)).allMatch(role -> role.contains("# wanted, not required"));
        // Nodes, and the pods of the namespace, may be listed already.
        assertThat(roles[2])
                .contains("kind: ClusterRole", "musterpoint-wanted", "pods")
                .doesNotContain("nodes");
        assertThat(roles[3]).contains("namespace: default", "events");
        assertThat(roles[4]).contains("namespace: shop", "events").doesNotContain("pods");
    }

    @Test
    void needADrill() {
        assertThat(Typed.in(here, "doctor", "--rbac").err()).contains("--rbac needs '--target DRILL'");
    }
}
