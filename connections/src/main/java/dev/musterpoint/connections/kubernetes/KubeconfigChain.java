package dev.musterpoint.connections.kubernetes;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where kubectl would look for clusters: KUBECONFIG, {@code ~/.kube/config}, and the cluster this process runs in. */
final class KubeconfigChain {
    /** Where a pod finds its namespace and its account. */
    static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    private final Map<String, String> environment;
    private final Path home;
    private final Path account;

    KubeconfigChain(Map<String, String> environment, Path home, Path account) {
        this.environment = environment;
        this.home = home;
        this.account = account;
    }

    static KubeconfigChain ofThisProcess() {
        return new KubeconfigChain(System.getenv(), Path.of(System.getProperty("user.home", "")), ACCOUNT);
    }

    /** The files that a person has set up for themselves; empty when there are none. */
    List<File> files() {
        String listed = environment.getOrDefault("KUBECONFIG", "");
        List<Path> named = listed.isBlank()
                ? List.of(home.resolve(".kube").resolve("config"))
                : split(listed).toList();
        return named.stream().filter(Files::isRegularFile).map(Path::toFile).toList();
    }

    /** The paths in a list such as KUBECONFIG holds. */
    static Stream<Path> split(String listed) {
        return Stream.of(listed.split(File.pathSeparator))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(each -> Path.of(each).toAbsolutePath().normalize());
    }

    /** The API server of the cluster that this process runs in. */
    Optional<String> ownServer() {
        String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
        if (host.isEmpty() || !Files.isReadable(account.resolve("token"))) {
            return Optional.empty();
        }
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return Optional.of(
                "https://" + bracketed + ":" + environment.getOrDefault("KUBERNETES_SERVICE_PORT_HTTPS", "443"));
    }

    /** Where this process's pod keeps what the cluster gave it. */
    Path account() {
        return account;
    }
}
