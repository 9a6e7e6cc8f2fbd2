package dev.musterpoint.connections.postgres;

import dev.musterpoint.drills.spi.SystemCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the user may do that probes, workloads and runbook steps do. */
final class ServerRights {
    private static final String CREATE =
            "SELECT current_schema() IS NOT NULL AND has_schema_privilege(current_schema(), 'CREATE')";
    /** Null where there is no such function: servers before PostgreSQL 12. */
    private static final String PROMOTE =
            "SELECT has_function_privilege(to_regprocedure('pg_promote(boolean,integer)'), 'EXECUTE')";

    private final Connection connection;
    private final int servers;

    /** @param servers how many there are; of one alone, none is promoted */
    ServerRights(Connection connection, int servers) {
        this.connection = connection;
        this.servers = servers;
    }

    List<SystemCheck> checks() throws SQLException {
        List<SystemCheck> checks = new ArrayList<>();
        checks.add(
                Query.flag(connection, CREATE)
                        ? SystemCheck.ok("tables", "the user may make those that sql probes and workloads need")
                        : SystemCheck.failed(
                                "tables",
                                "the user may make none, which sql probes and workloads need",
                                "GRANT CREATE ON SCHEMA a schema of its own TO the user, and set its search_path to it"));
        if (servers > 1) {
            checks.add(promotion());
        }
        return checks;
    }

    private SystemCheck promotion() throws SQLException {
        return Query.flag(connection, PROMOTE)
                ? SystemCheck.ok("promotion", "the user may call pg_promote, for runbooks that do")
                : SystemCheck.warning(
                        "promotion",
                        "the user may not call pg_promote; a runbook with postgres/promote would fail",
                        "GRANT EXECUTE ON FUNCTION pg_promote TO the user, or leave promotion to your cluster manager");
    }
}
