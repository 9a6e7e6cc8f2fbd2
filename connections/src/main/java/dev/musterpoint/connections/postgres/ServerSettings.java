package dev.musterpoint.connections.postgres;

import dev.musterpoint.drills.spi.SystemCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Settings of a server that make a drill fail, or its figures mean less than they seem to. */
final class ServerSettings {
    private static final String ON = "on";
    private static final int COMFORTABLE = 30;

    private final Connection connection;
    private final List<SystemCheck> checks = new ArrayList<>();

    ServerSettings(Connection connection) {
        this.connection = connection;
    }

    List<SystemCheck> checks() throws SQLException {
        writable();
        durable();
        room();
        return checks;
    }

    private void writable() throws SQLException {
        if (Query.flag(connection, "SELECT pg_is_in_recovery()")) {
            checks.add(SystemCheck.failed(
                    "writes",
                    "the users' address leads to a standby, which takes none",
                    "name every server in 'url', and add ?targetServerType=primary"));
        } else if (Query.text(connection, "SHOW transaction_read_only").equals(ON)) {
            checks.add(SystemCheck.failed(
                    "writes",
                    "transactions are read-only for this user (default_transaction_read_only)",
                    "ALTER ROLE the user RESET default_transaction_read_only"));
        } else {
            checks.add(SystemCheck.ok("writes", "the server takes them"));
        }
    }

    /** What is acknowledged must be on disk, or a mere crash loses it: the drill would measure that. */
    private void durable() throws SQLException {
        List<String> weak = new ArrayList<>();
        weak("synchronous_commit", Query.text(connection, "SHOW synchronous_commit"), weak);
        weak("fsync", Query.text(connection, "SHOW fsync"), weak);
        weak("full_page_writes", Query.text(connection, "SHOW full_page_writes"), weak);
        checks.add(
                weak.isEmpty()
                        ? SystemCheck.ok("durability", "what is acknowledged is on the server's disk")
                        : SystemCheck.warning(
                                "durability",
                                String.join(", ", weak) + " off: what is acknowledged may be lost by a crash alone, and"
                                        + " is then counted as lost",
                                "set " + String.join(", ", weak) + " to on, or mean it"));
        String synchronous = Query.text(connection, "SHOW synchronous_standby_names");
        checks.add(SystemCheck.ok(
                "replication",
                Query.number(connection, "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")
                        + " standbys stream from here; "
                        + (synchronous.isBlank()
                                ? "commits wait for none, so the last of them may be lost with the server"
                                : "commits wait for " + synchronous)));
    }

    private static void weak(String name, String value, List<String> weak) {
        if (value.equals("off")) {
            weak.add(name);
        }
    }

    private void room() throws SQLException {
        long most = Query.number(connection, "SHOW max_connections");
        long used =
                Query.number(connection, "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'");
        String found = used + " of " + most + " connections are taken";
        checks.add(
                most - used >= COMFORTABLE
                        ? SystemCheck.ok("room", found)
                        : SystemCheck.warning(
                                "room",
                                found,
                                "raise max_connections, or lower 'inFlight' of probes and 'writers' of workloads: a drill"
                                        + " that is turned away measures itself"));
    }
}
