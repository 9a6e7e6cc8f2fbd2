package dev.musterpoint.connections.kubernetes;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Kubeconfig files as they are written, merged as kubectl does: the first to name something wins. Errors show no content. */
final class Kubeconfigs {
    private static final int MOST_SHOWN = 12;

    private final List<File> files;
    private final List<Config> configs;
    private final String system;

    private Kubeconfigs(List<File> files, List<Config> configs, String system) {
        this.files = files;
        this.configs = configs;
        this.system = system;
    }

    /** @throws IllegalArgumentException when one cannot be read */
    static Kubeconfigs read(List<File> files, String system) {
        List<Config> configs = new ArrayList<>();
        for (File file : files) {
            configs.add(read(file, system));
        }
        return new Kubeconfigs(files, configs, system);
    }

    /** Without a cause: the parser's message shows the line that it stumbled over. */
    private static Config read(File file, String system) {
        if (!file.isFile()) {
            throw new IllegalArgumentException(
                    "the kubeconfig of system '" + system + "', " + file + ", is not there, or is no regular file");
        }
        try {
            return KubeConfigUtils.parseConfig(file);
        } catch (RuntimeException broken) {
            throw new IllegalArgumentException("the kubeconfig of system '" + system + "', " + file
                    + ", cannot be read, or is none; 'kubectl config view --kubeconfig' shows what is wrong");
        }
    }

    /** For the client, which reads no token files: their tokens are in it, as they are now. */
    Config[] parsed() {
        for (int i = 0; i < configs.size(); i++) {
            Path folder = files.get(i).toPath().toAbsolutePath().getParent();
            all(configs.get(i).getUsers())
                    .map(NamedAuthInfo::getUser)
                    .filter(Kubeconfigs::readsAToken)
                    .forEach(user -> user.setToken(token(folder.resolve(user.getTokenFile()))));
        }
        return configs.toArray(Config[]::new);
    }

    private static boolean readsAToken(AuthInfo user) {
        return user != null
                && user.getTokenFile() != null
                && !user.getTokenFile().isBlank();
    }

    /** None where there is no such file, for it may be that of a user whom nobody asked for; the API server will say. */
    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unread) {
            return null;
        }
    }

    /** The context of that name, or else the current one. */
    NamedContext context(Optional<String> wanted) {
        String name = wanted.or(() -> configs.stream()
                        .map(Config::getCurrentContext)
                        .filter(Objects::nonNull)
                        .filter(each -> !each.isBlank())
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("the kubeconfig of system '" + system + "', " + files
                        + ", has no current context; give 'context'"));
        return find(Config::getContexts, NamedContext::getName, name, "context");
    }

    /** The address of a context's API server. */
    String server(NamedContext context) {
        String name = Objects.requireNonNullElse(context.getContext().getCluster(), "");
        Cluster cluster = find(Config::getClusters, NamedCluster::getName, name, "cluster")
                .getCluster();
        if (cluster == null || cluster.getServer() == null) {
            throw new IllegalArgumentException("cluster '" + name + "' in " + files + " has no server");
        }
        return cluster.getServer();
    }

    /** Nobody who writes a drill may name a program, or a secret's file, that way; a person's own kubeconfig may. */
    void refuseProgramsAndFiles(NamedContext context) {
        String user = Objects.requireNonNullElse(context.getContext().getUser(), "");
        AuthInfo info =
                find(Config::getUsers, NamedAuthInfo::getName, user, "user").getUser();
        if (info != null && (info.getExec() != null || info.getAuthProvider() != null)) {
            throw new IllegalArgumentException("user '" + user + "' of the kubeconfig of system '" + system + "', "
                    + files + ", gets its credentials from a program, and a drill may name none; put the file into"
                    + " KUBECONFIG and leave 'kubeconfig' out");
        }
        if (readsAToken(info)) {
            throw new IllegalArgumentException("user '" + user + "' of the kubeconfig of system '" + system + "', "
                    + files + ", reads its token from another file, and a drill may name none; put the kubeconfig into"
                    + " KUBECONFIG and leave 'kubeconfig' out");
        }
    }

    private <T> T find(Function<Config, List<T>> part, Function<T, String> name, String wanted, String what) {
        return configs.stream()
                .flatMap(config -> all(part.apply(config)))
                .filter(each -> wanted.equals(name.apply(each)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the kubeconfig of system '" + system + "', " + files
                        + ", has no " + what + " '" + wanted + "'; it has: " + String.join(", ", names(part, name))));
    }

    private <T> Collection<String> names(Function<Config, List<T>> part, Function<T, String> name) {
        return configs.stream()
                .flatMap(config -> all(part.apply(config)))
                .map(name)
                .limit(MOST_SHOWN)
                .toList();
    }

    private static <T> Stream<T> all(List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }
}
