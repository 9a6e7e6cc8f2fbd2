package dev.musterpoint.runbooks.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.StepPart;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.sandbox.postgres.SandboxPair;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseStepsIT {
    @RegisterExtension
    final SandboxPair pair = SandboxPair.async();

    private String execute(String type, Map<String, Object> with) throws Exception {
        return execute(type, with, new Cancellation());
    }

    private String execute(String type, Map<String, Object> with, Cancellation cancellation) throws Exception {
        RunbookStep.Automated step = new RunbookStep.Automated(
                "the step",
                StepPart.ACT,
                Duration.ofSeconds(1),
                Duration.ofSeconds(20),
                type,
                Optional.of(SandboxPair.NAME),
                new Params(with));
        return Catalogue.load().steps().get(type).executor(type, pair.toolbox()).execute(step, null, cancellation);
    }

    private String sql(String query) throws Exception {
        return execute("sql", Map.of("query", query));
    }

    @Test
    void comparesWhatTheMemberAnswers() throws Exception {
        Map<String, Object> standby = Map.of("member", "standby", "query", "select pg_is_in_recovery()", "expect", "t");
        Map<String, Object> primary = Map.of("member", "primary", "query", "select pg_is_in_recovery()", "expect", "t");

        assertThat(execute("sql", standby)).isEqualTo("the answer was 't'");
        assertThatThrownBy(() -> execute("sql", primary)).hasMessage("the answer was 'f', and 't' was expected");
        assertThatThrownBy(() -> execute("sql", Map.of("query", "select 1 where false", "expect", "1")))
                .hasMessageContaining("no row");
    }

    @Test
    void writesOnlyWhenToldTo() throws Exception {
        assertThatThrownBy(() -> sql("create table planted (id int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("read-only");

        execute("sql", Map.of("query", "create table wanted (id int)", "write", true));
        assertThat(execute("sql", Map.of("query", "insert into wanted values (1), (2)", "write", true)))
                .isEqualTo("the answer was 2 rows changed");

        assertThat(sql("select count(*) from wanted")).isEqualTo("the answer was '2'");
        assertThat(sql("select to_regclass('planted')")).isEqualTo("the answer was 'null'");
    }

    @Test
    void keepsNothingOfAWriteThatAnsweredOtherwise() throws Exception {
        execute("sql", Map.of("query", "create table t (id int)", "write", true));

        assertThatThrownBy(() -> execute(
                        "sql", Map.of("query", "insert into t values (1) returning id", "expect", "2", "write", true)))
                .hasMessageContaining("'2' was expected");

        assertThat(sql("select count(*) from t")).isEqualTo("the answer was '0'");
    }

    @Test
    void showsNoSecret() throws Exception {
        pair.toolbox().redactor().protect("hunter2");

        assertThat(sql("select 'the password is hunter2'")).doesNotContain("hunter2");
    }

    @Test
    void promotesTheStandbyOnce() throws Exception {
        Map<String, Object> standby = Map.of("member", "standby");

        assertThat(execute("postgres/promote", standby)).isEqualTo("standby is the primary now");
        assertThat(execute("postgres/promote", standby)).isEqualTo("standby was a primary already");

        execute("sql", Map.of("member", "standby", "query", "create table t (id int)", "write", true));
    }

    @Test
    void leavesTheStandbyAloneWhenNoLongerWanted() throws Exception {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();

        assertThatThrownBy(() -> execute("postgres/promote", Map.of("member", "standby"), cancellation))
                .isInstanceOf(Exception.class);

        assertThat(execute("sql", Map.of("member", "standby", "query", "select pg_is_in_recovery()", "expect", "t")))
                .isNotBlank();
    }

    @Test
    void waitsForAStandbyAndForNobodyElse() throws Exception {
        execute("sql", Map.of("query", "create table t as select generate_series(1, 1000) id", "write", true));

        assertThat(execute("postgres/caught-up", Map.of("member", "standby"))).startsWith("standby has replayed ");

        assertThat(execute("sql", Map.of("member", "standby", "query", "select count(*) from t")))
                .isEqualTo("the answer was '1000'");
        assertThatThrownBy(() -> execute("postgres/caught-up", Map.of("member", "primary")))
                .hasMessageContaining("primary is no standby");
    }

    @Test
    void saysWhichMembersThereAre() {
        assertThatThrownBy(() -> execute("postgres/promote", Map.of("member", "stand-by")))
                .hasMessageContaining("has no member 'stand-by'");
    }
}
