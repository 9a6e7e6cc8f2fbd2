package dev.musterpoint.connections.postgres;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.spi.SystemCheck;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at a PostgreSQL before any drill: by its users' address, and at each server behind it. Only reads. */
final class Examination {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SystemFacts system;
    private final RunClock clock;
    private final Redactor redactor;
    private final Cancellation cancellation;
    private final List<SystemCheck> checks = new ArrayList<>();

    Examination(SystemFacts system, RunClock clock, Redactor redactor, Cancellation cancellation) {
        this.system = system;
        this.clock = clock;
        this.redactor = redactor;
        this.cancellation = cancellation;
    }

    List<SystemCheck> checks() {
        try {
            Postgres postgres = Postgres.of(system, redactor);
            users(postgres);
            if (system.members().size() > 1) {
                system.members().forEach(member -> member(postgres, member.name()));
            }
        } catch (IllegalStateException | UncheckedIOException secret) {
            checks.add(SystemCheck.failed(
                    "password", redacted(secret), "set the variable, or make the file readable, for who runs drills"));
        }
        return List.copyOf(checks);
    }

    private void users(Postgres postgres) {
        try (Connection connection = postgres.open(PATIENCE, cancellation)) {
            checks.add(SystemCheck.ok(
                    "connection",
                    "the users' address leads to " + Postgres.serverIdentity(connection) + ", which lets '"
                            + system.facts().get("user") + "' in"));
            checks.addAll(new ServerSettings(connection).checks());
            checks.addAll(new ServerRights(connection, system.members().size()).checks());
            checks.add(ServerClock.check(connection, clock));
        } catch (SQLException e) {
            checks.add(Refusals.check("connection", "the users' address", e, redacted(e)));
        }
    }

    /** A standby that cannot be reached shows only when it is needed. */
    private void member(Postgres postgres, String member) {
        try (Connection connection = postgres.openMember(member, PATIENCE, cancellation)) {
            String role = Query.flag(connection, "SELECT pg_is_in_recovery()") ? "a standby" : "a primary";
            checks.add(SystemCheck.ok("server " + member, "reached; it is " + role));
        } catch (SQLException e) {
            checks.add(Refusals.check("server " + member, member, e, redacted(e)));
        }
    }

    private String redacted(Exception e) {
        return redactor.redact(String.valueOf(e.getMessage()));
    }
}
