package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.spec.Params;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the cluster that a system's parameters mean. Reads files and contacts nothing. */
final class ClusterFinder {
    private final String system;
    private final KubeconfigChain chain;

    ClusterFinder(String system, KubeconfigChain chain) {
        this.system = system;
        this.chain = chain;
    }

    /** @throws IllegalArgumentException when there is no such cluster, saying what to do */
    ClusterAccess find(Params params) {
        Optional<File> named = params.find("kubeconfig")
                .map(path -> Path.of(path).toAbsolutePath().normalize().toFile());
        List<File> files = named.map(List::of).orElseGet(chain::files);
        if (files.isEmpty()) {
            return own(params);
        }
        Kubeconfigs configs = Kubeconfigs.read(files, system);
        NamedContext context = configs.context(params.find("context"));
        boolean byDrill = named.isPresent() && !chain.files().contains(named.get());
        if (byDrill) {
            configs.refuseProgramsAndFiles(context);
        }
        return new ClusterAccess(
                files.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator)),
                context.getName(),
                configs.server(context),
                params.text("namespace", namespace(context.getContext())),
                byDrill);
    }

    private static String namespace(Context context) {
        String named = Objects.requireNonNullElse(context.getNamespace(), "");
        return named.isBlank() ? "default" : named;
    }

    private ClusterAccess own(Params params) {
        if (params.has("context")) {
            throw new IllegalArgumentException("system '" + system + "' names the context '" + params.text("context")
                    + "', and there is no kubeconfig; give 'kubeconfig', or set KUBECONFIG");
        }
        String server = chain.ownServer()
                .orElseThrow(
                        () -> new IllegalArgumentException("system '" + system + "' names no kubeconfig, KUBECONFIG"
                                + " and ~/.kube/config name none that exists, and this process runs in no cluster; give"
                                + " 'kubeconfig'"));
        return new ClusterAccess("", "", server, params.text("namespace", ownNamespace()));
    }

    private String ownNamespace() {
        try {
            return Files.readString(chain.account().resolve("namespace")).strip();
        } catch (IOException unknown) {
            return "default";
        }
    }
}
