package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.sandbox.postgres.PairOptions.Replication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a server's whole {@code postgresql.conf}. Nothing of the other server's is in it, whatever directory was copied. */
final class ServerConfig {
    private static final List<String> COMMON = List.of(
            "listen_addresses = '127.0.0.1'",
            "unix_socket_directories = ''",
            "max_connections = 300",
            "shared_buffers = 16MB",
            "fsync = on",
            // Shared memory in files of the data directory goes away with it, also after kill -9.
            "dynamic_shared_memory_type = mmap",
            "io_method = sync",
            "max_logical_replication_workers = 0",
            "wal_level = replica",
            "hot_standby = on",
            "wal_keep_size = 256MB",
            "min_wal_size = 4MB",
            // A promotion begins a new segment; filling it with zeros first would only make it slower.
            "wal_init_zero = off",
            "wal_retrieve_retry_interval = 200ms",
            "password_encryption = scram-sha-256",
            // The password has 192 random bits: iterations would only slow down connections made every few
            // milliseconds.
            "scram_iterations = 1",
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            "log_checkpoints = off");

    private final String member;
    private final List<String> own = new ArrayList<>();

    private ServerConfig(String member) {
        this.member = member;
    }

    /** @param standby the name under which the standby connects */
    static ServerConfig primary(String member, String standby, Replication replication) {
        ServerConfig config = new ServerConfig(member);
        if (replication == Replication.SYNC) {
            config.own.add("synchronous_standby_names = '" + standby + "'");
        }
        return config;
    }

    /** @param upstreamPort where the primary, or what stands before it, listens on loopback */
    static ServerConfig standby(String member, int upstreamPort, Path passFile) {
        ServerConfig config = new ServerConfig(member);
        config.own.add("primary_conninfo = 'host=127.0.0.1 port=" + upstreamPort + " user=" + Credentials.USER
                + " application_name=" + member + " passfile=''" + passFile + "'''");
        return config;
    }

    void write(Path data, int port) throws IOException {
        List<String> lines = new ArrayList<>(COMMON);
        lines.add("cluster_name = '" + member + "'");
        lines.add("port = " + port);
        lines.addAll(own);
        Files.write(data.resolve("postgresql.conf"), lines);
    }
}
