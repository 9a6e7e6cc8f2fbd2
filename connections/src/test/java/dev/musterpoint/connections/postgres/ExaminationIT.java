package dev.musterpoint.connections.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.SystemCheck;
import dev.musterpoint.drills.spi.SystemCheck.State;
import dev.musterpoint.sandbox.postgres.SandboxPair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExaminationIT {
    @RegisterExtension
    final SandboxPair pair = SandboxPair.async();

    private Map<String, Object> parameters() {
        Map<String, String> facts = pair.facts().facts();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("url", facts.get("jdbcUrl"));
        parameters.put("user", facts.get("user"));
        parameters.put("password", Map.of("file", facts.get("passwordFile")));
        return parameters;
    }

    private List<SystemCheck> examine(Map<String, Object> parameters) {
        return new PostgresSystemProvider()
                .examine(new SystemSpec("db", "postgres", new Params(parameters)), pair.toolbox(), new Cancellation());
    }

    private static SystemCheck named(List<SystemCheck> checks, String name) {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + checks));
    }

    private void execute(String sql) throws Exception {
        Postgres postgres = Postgres.of(pair.facts(), pair.toolbox().redactor());
        try (Connection connection = postgres.open(Duration.ofSeconds(5));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void findsNothingAmissWithASoundPair() {
        List<SystemCheck> checks = examine(parameters());

        assertThat(checks).allMatch(check -> check.state() == State.OK);
        assertThat(checks)
                .extracting(SystemCheck::name)
                .contains("connection", "writes", "durability", "replication", "room", "tables", "promotion", "clock");
        assertThat(named(checks, "connection").found()).contains("leads to primary");
        assertThat(named(checks, "replication").found())
                .startsWith("1 standbys")
                .contains("wait for none");
        assertThat(checks)
                .filteredOn(check -> check.name().startsWith("server "))
                .hasSize(2);
    }

    @Test
    void namesSettingsThatMakeFiguresMeanLess() throws Exception {
        execute("ALTER ROLE muster SET synchronous_commit = off");

        SystemCheck durability = named(examine(parameters()), "durability");

        assertThat(durability.state()).isEqualTo(State.WARNING);
        assertThat(durability.mend()).contains("set synchronous_commit to on");
    }

    @Test
    void namesAUserThatMayNotWrite() throws Exception {
        execute("ALTER ROLE muster SET default_transaction_read_only = on");

        assertThat(named(examine(parameters()), "connection").mend()).contains("default_transaction_read_only");
        Map<String, Object> any = parameters();
        any.put("url", pair.facts().facts().get("jdbcUrl").replace("targetServerType=primary", "targetServerType=any"));
        assertThat(named(examine(any), "writes").state()).isEqualTo(State.FAILED);
    }

    @Test
    void namesALoginThatIsRefused() throws Exception {
        execute("CREATE ROLE plain LOGIN PASSWORD 'another'");
        Map<String, Object> parameters = parameters();
        parameters.put("user", "plain");
        List<SystemCheck> checks = examine(parameters);

        SystemCheck connection = named(checks, "connection");
        assertThat(connection.state()).isEqualTo(State.FAILED);
        assertThat(connection.mend()).contains("'user' and 'password'");
        assertThat(connection.found()).doesNotContain(pair.facts().facts().get("passwordFile"));
    }

    @Test
    void namesWhatAnOrdinaryUserMayNotDo() throws Exception {
        String password = Files.readString(Path.of(pair.facts().facts().get("passwordFile")));
        execute("CREATE ROLE plain LOGIN PASSWORD '" + password.strip() + "'");
        execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        Map<String, Object> parameters = parameters();
        parameters.put("user", "plain");

        List<SystemCheck> checks = examine(parameters);

        assertThat(named(checks, "tables").state()).isEqualTo(State.FAILED);
        assertThat(named(checks, "promotion").mend()).contains("GRANT EXECUTE ON FUNCTION pg_promote");
    }

    @Test
    void tellsWhatIsUnreachableFromWhatIsRefused() {
        Map<String, Object> nowhere = parameters();
        nowhere.put("url", "jdbc:postgresql://127.0.0.1:1/postgres");
        assertThat(named(examine(nowhere), "connection").mend()).contains("host and port");

        Map<String, Object> database = parameters();
        database.put("url", pair.facts().facts().get("jdbcUrl").replace("/postgres?", "/orders?"));
        assertThat(named(examine(database), "connection").mend()).contains("the database at the end");

        Map<String, Object> standby = parameters();
        standby.put("url", pair.facts().facts().get("jdbcUrl").replace("=primary", "=secondary"));
        assertThat(named(examine(standby), "writes").mend()).contains("targetServerType=primary");
    }

    @Test
    void saysThatThePasswordIsNotThere() {
        Map<String, Object> parameters = parameters();
        parameters.put("password", Map.of("env", "MUSTER_NO_SUCH_VARIABLE"));

        assertThat(examine(parameters)).singleElement().satisfies(check -> assertThat(check.found())
                .contains("MUSTER_NO_SUCH_VARIABLE"));
    }
}
