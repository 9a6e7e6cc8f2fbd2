package dev.musterpoint.connections.kubernetes;

import dev.musterpoint.drills.spi.Redactor;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes clients of clusters. None waits for ever, none tries again by itself (who asks knows whether asking twice is safe),
 * and each is its maker's to close.
 */
public final class Clusters {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration REQUEST = Duration.ofSeconds(10);

    private Clusters() {}

    /**
     * A client of the cluster. Contacts nothing, but may run the program that a person's own kubeconfig names for credentials.
     *
     * @throws IllegalArgumentException when the kubeconfig is not there any more, or leads elsewhere
     */
    public static KubernetesClient open(ClusterAccess access, Redactor redactor) {
        return open(access, redactor, REQUEST);
    }

    /** As above. @param request the longest that an answer may take to begin, and then to end */
    public static KubernetesClient open(ClusterAccess access, Redactor redactor, Duration request) {
        Config config = access.isInCluster() ? Config.autoConfigure(null) : fromFiles(access);
        protect(config, redactor);
        config.setNamespace(access.namespace());
        config.setConnectionTimeout(Math.toIntExact(CONNECT.toMillis()));
        config.setRequestTimeout(Math.toIntExact(request.toMillis()));
        config.setRequestRetryBackoffLimit(0);
        config.setWatchReconnectLimit(0);
        // One connection for all would let one answer that never comes hold up the others.
        config.setHttp2Disable(true);
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(new JdkHttpClientFactory())
                .withHttpClientBuilderConsumer(
                        http -> http.addOrReplaceInterceptor("answer-limit", new AnswerLimit(request)))
                .build();
    }

    private static Config fromFiles(ClusterAccess access) {
        List<File> files =
                KubeconfigChain.split(access.kubeconfig()).map(Path::toFile).toList();
        Kubeconfigs configs = Kubeconfigs.read(files, access.server());
        if (access.byDrill()) {
            // The file may be another by now than the one that was looked at when the system was opened.
            configs.refuseProgramsAndFiles(configs.context(Optional.of(access.context())));
        }
        Config config = Config.empty();
        KubeConfigUtils.merge(config, access.context(), configs.parsed());
        String now = Objects.requireNonNullElse(config.getMasterUrl(), "");
        if (!trimmed(now).equals(trimmed(access.server()))) {
            throw new IllegalArgumentException("context '" + access.context() + "' of " + access.kubeconfig()
                    + " leads to " + now + " now, and led to " + access.server() + " before; plan the drill again");
        }
        return config;
    }

    private static String trimmed(String server) {
        return server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
    }

    private static void protect(Config config, Redactor redactor) {
        Stream.of(config.getOauthToken(), config.getPassword(), config.getClientKeyData())
                .filter(Objects::nonNull)
                .filter(secret -> !secret.isBlank())
                .forEach(redactor::protect);
    }
}
