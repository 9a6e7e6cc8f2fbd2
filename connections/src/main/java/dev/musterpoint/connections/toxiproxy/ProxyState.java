package dev.musterpoint.connections.toxiproxy;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * A proxy as its server describes it.
 *
 * @param listen   the address that clients connect to, {@code host:port}
 * @param upstream whom it connects them with
 * @param toxics   the names of the toxics in it
 */
public record ProxyState(String name, String listen, String upstream, boolean enabled, List<String> toxics) {
    private static final List<String> ANYWHERE = List.of("0.0.0.0", "[::]", "");

    public ProxyState {
        Objects.requireNonNull(name);
        Objects.requireNonNull(listen);
        Objects.requireNonNull(upstream);
        toxics = List.copyOf(toxics);
    }

    /** The host that clients reach it at; one that listens everywhere is reached where its API is. */
    public String host(URI api) {
        String host = listen.substring(0, Math.max(0, listen.lastIndexOf(':')));
        String reached = ANYWHERE.contains(host) ? api.getHost() : host;
        return reached.startsWith("[") ? reached.substring(1, reached.length() - 1) : reached;
    }

    /** The port that clients reach it at. */
    public String port() {
        return listen.substring(listen.lastIndexOf(':') + 1);
    }
}
