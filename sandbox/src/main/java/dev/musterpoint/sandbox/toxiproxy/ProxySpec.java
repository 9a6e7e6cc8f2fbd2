package dev.musterpoint.sandbox.toxiproxy;

import java.util.Objects;

/** A proxy as Toxiproxy's configuration file has it. Addresses are {@code host:port}. */
record ProxySpec(String name, String listen, String upstream, boolean enabled) {
    ProxySpec {
        Objects.requireNonNull(name);
        Objects.requireNonNull(listen);
        Objects.requireNonNull(upstream);
    }
}
