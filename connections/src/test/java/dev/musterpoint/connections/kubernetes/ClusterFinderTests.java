package dev.musterpoint.connections.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Redactor;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterFinderTests {
    @TempDir
    Path home;

    private Path config;

    @BeforeEach
    void write() throws IOException {
        config = Files.writeString(home.resolve("config.yaml"), """
                apiVersion: v1
                kind: Config
                clusters:
                - {name: east, cluster: {server: "https://east.test:6443"}}
                - {name: west, cluster: {server: "https://west.test"}}
                users:
                - {name: person, user: {token: sesame-sesame}}
                - {name: program, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: touch, args: [bad]}}}
                - {name: robot, user: {tokenFile: token}}
                contexts:
                - {name: robots, context: {cluster: west, user: robot}}
                - {name: one, context: {cluster: east, user: person, namespace: shop}}
                - {name: two, context: {cluster: west, user: program}}
                current-context: one
                """);
    }

    private ClusterAccess find(Map<String, String> environment, Map<String, Object> params) {
        KubeconfigChain chain = new KubeconfigChain(environment, home, home.resolve("account"));
        return new ClusterFinder("shop", chain).find(new Params(params));
    }

    private ClusterAccess named(Map<String, Object> params) {
        return find(
                Map.of(),
                new Params(params).with("kubeconfig", config.toString()).values());
    }

    @Test
    void takesTheCurrentContextOfTheFileThatIsNamed() {
        ClusterAccess access = named(Map.of());

        assertThat(access)
                .isEqualTo(new ClusterAccess(config.toString(), "one", "https://east.test:6443", "shop", true));
        assertThat(access.address("shop", "pods", "web-1")).isEqualTo("kubernetes://east.test:6443/shop/pods/web-1");
        assertThat(access.facts().toString()).doesNotContain("sesame");
    }

    @Test
    void takesWhatTheEnvironmentNamesAndTheContextThatIsWanted() {
        ClusterAccess access = find(Map.of("KUBECONFIG", "/not/there:" + config), Map.of("context", "two"));

        assertThat(access.namespace()).isEqualTo("default");
        assertThat(access.address("nodes", "n")).isEqualTo("kubernetes://west.test:443/nodes/n");
    }

    @Test
    void takesTheFileOfThePersonAtHome() throws IOException {
        Files.createDirectories(home.resolve(".kube"));
        Files.copy(config, home.resolve(".kube/config"));

        assertThat(find(Map.of(), Map.of()).context()).isEqualTo("one");
    }

    @Test
    void refusesToRunAProgramThatAFileOfTheDrillNames() {
        assertThatThrownBy(() -> named(Map.of("context", "two")))
                .hasMessageContaining("user 'program'")
                .hasMessageContaining("put the file into KUBECONFIG");
    }

    /** An undo record is used days later, when the file may be another. */
    @Test
    void refusesAProgramThatAFileOfTheDrillHasComeToName() throws IOException {
        ClusterAccess access = ClusterAccess.of(named(Map.of()).facts());
        Files.writeString(config, Files.readString(config).replace("token: sesame-sesame", "exec: {command: touch}"));

        assertThatThrownBy(() -> Clusters.open(access, new Redactor())).hasMessageContaining("from a program");
    }

    @Test
    void refusesToReadATokenFromWhereAFileOfTheDrillSays() {
        assertThatThrownBy(() -> named(Map.of("context", "robots")))
                .hasMessageContaining("user 'robot'")
                .hasMessageContaining("put the kubeconfig into KUBECONFIG");
    }

    @Test
    void readsTheTokenOfAPersonsOwnFileEachTime() throws IOException {
        ClusterAccess access = find(Map.of("KUBECONFIG", config.toString()), Map.of("context", "robots"));
        for (String token : List.of("first", "second")) {
            Files.writeString(home.resolve("token"), token + "\n");
            try (KubernetesClient client = Clusters.open(access, new Redactor())) {
                assertThat(client.getConfiguration().getAutoOAuthToken()).isEqualTo(token);
            }
        }
    }

    @Test
    void takesTheClusterThatItRunsIn() throws IOException {
        Files.createDirectories(home.resolve("account"));
        Files.writeString(home.resolve("account/token"), "t");
        Files.writeString(home.resolve("account/namespace"), "drills\n");
        Map<String, String> inside = Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1", "HOSTNAME", "muster-1");

        assertThat(find(inside, Map.of())).isEqualTo(new ClusterAccess("", "", "https://10.96.0.1:443", "drills"));
        assertThat(OwnPod.of(inside, home.resolve("account"))).isEqualTo(Optional.of(new OwnPod("drills", "muster-1")));
        assertThat(OwnPod.of(Map.of("HOSTNAME", "laptop"), home.resolve("account")))
                .isEmpty();
    }

    @Test
    void saysWhereItLookedWhenThereIsNone() {
        assertThatThrownBy(() -> find(Map.of(), Map.of())).hasMessageContaining("give 'kubeconfig'");
    }

    @Test
    void namesTheContextsThatThereAre() {
        assertThatThrownBy(() -> named(Map.of("context", "three")))
                .hasMessageContaining("has no context 'three'; it has: robots, one, two");
    }

    @Test
    void showsNothingOfAFileThatIsNone() throws IOException {
        Files.writeString(config, "root:sesame:0:0\n\t{[");

        assertThatThrownBy(() -> named(Map.of()))
                .hasMessageContaining("cannot be read")
                .hasMessageNotContaining("sesame")
                .hasNoCause();
    }
}
