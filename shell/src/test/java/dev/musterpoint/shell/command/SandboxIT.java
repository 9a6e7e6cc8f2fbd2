package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.codec.MachineOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real pair of servers that outlives the command that started it. */
class SandboxIT {
    private static final String DRILL = """
            apiVersion: musterpoint.dev/v1alpha1
            kind: Drill
            metadata: { name: uses-it, title: Uses it }
            spec:
              hypothesis: It can be written to.
              environment: sandbox
            %s
              probes: { write: { type: sql, system: db } }
              objectives:
                - { name: back, recoveryTime: { within: 1m, probes: [write] } }
              faults:
                - { name: nothing, type: noop, holdFor: 1m, target: { member: none } }
              timing: { deadline: 2m }
            """;

    @TempDir
    Path here;

    @AfterEach
    void removeAll() {
        Typed.in(here, "sandbox", "down", "--all");
    }

    private Map<?, ?> up(String... more) {
        String[] words = new String[5 + more.length];
        System.arraycopy(new String[] {"sandbox", "up", "postgres-pair", "-o", "json"}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        Typed typed = Typed.in(here, words);
        assertThat(typed.code()).as(typed.err()).isZero();
        return MachineOutput.tree(typed.out().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<?, ?> postgres(Map<?, ?> view) {
        return (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) view.get("systems")).get("systems")).get("db");
    }

    private static Path password(Map<?, ?> view) {
        return Path.of(String.valueOf(((Map<?, ?>) postgres(view).get("password")).get("file")));
    }

    private static List<ProcessHandle> servers(Map<?, ?> view) {
        return ((List<?>) view.get("members"))
                .stream()
                        .map(member -> Long.parseLong(String.valueOf(((Map<?, ?>) member).get("pid"))))
                        .flatMap(pid -> ProcessHandle.of(pid).stream())
                        .toList();
    }

    /** A process that was killed is there until it is reaped, and that is nobody's of ours to do. */
    private static void assertEnded(List<ProcessHandle> servers) throws Exception {
        for (ProcessHandle server : servers) {
            server.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void staysUpAndIsGoneWhenToldTo() throws Exception {
        Map<?, ?> view = up();

        assertThat(view.get("state")).isEqualTo("up");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password(view))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(here.resolve("state").resolve("sandboxes"))))
                .isEqualTo("rwx------");
        assertThat(writes(view)).isEqualTo("f");
        assertThat(Typed.in(here, "sandbox", "list").out()).contains("postgres-pair-1", "up", "primary 127.0.0.1:");
        List<ProcessHandle> servers = servers(view);
        assertThat(servers).hasSize(2);

        Typed down = Typed.in(here, "sandbox", "down");

        assertThat(down.code()).as(down.err()).isZero();
        assertThat(down.out()).contains("postgres-pair-1: gone");
        assertEnded(servers);
        assertThat(password(view).getParent()).doesNotExist();
        assertThat(Typed.in(here, "sandbox", "list", "-o", "json").out().strip())
                .isEqualTo("[ ]");
    }

    private static String writes(Map<?, ?> view) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("user", String.valueOf(postgres(view).get("user")));
        properties.setProperty("password", Files.readString(password(view)).strip());
        try (Connection connection = DriverManager.getConnection(
                        String.valueOf(postgres(view).get("url")), properties);
                var result = connection.createStatement().executeQuery("select pg_is_in_recovery()")) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void printsABlockThatADrillCanUse() throws Exception {
        String systems = MachineOutput.yaml(up().get("systems")).indent(2);
        Files.writeString(here.resolve("uses-it.yaml"), DRILL.formatted(systems));

        Typed typed = Typed.in(here, "drill", "validate", "uses-it");

        // The built-in policy lets drills touch only what they made themselves, which is no matter of the block.
        assertThat(typed.err()).doesNotContain("uses-it.yaml");
    }

    @Test
    void aKilledKeeperLeavesNothingBehind() throws Exception {
        Map<?, ?> view = up("--with", "replication=sync");
        List<ProcessHandle> servers = servers(view);
        ProcessHandle keeper =
                ProcessHandle.of(((Number) view.get("keeperPid")).longValue()).orElseThrow();

        keeper.destroyForcibly();

        assertEnded(servers);
        assertThat(Typed.in(here, "sandbox", "down", "--all").code()).isZero();
        assertThat(password(view).getParent()).doesNotExist();
        assertThat(here.resolve("state").resolve("sandboxes")).isEmptyDirectory();
    }

    private ProcessHandle guardian() throws Exception {
        Path file = here.resolve("state/sandboxes/postgres-pair-1/sandbox.json");
        Map<?, ?> guardian =
                (Map<?, ?>) MachineOutput.tree(Files.readAllBytes(file)).get("guardian");
        return ProcessHandle.of(((Number) guardian.get("pid")).longValue()).orElseThrow();
    }

    private static void end(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatAMachineThatStoppedLeftGoesToo() throws Exception {
        Map<?, ?> view = up();
        List<ProcessHandle> servers = servers(view);
        end(guardian());
        ProcessHandle keeper =
                ProcessHandle.of(((Number) view.get("keeperPid")).longValue()).orElseThrow();
        end(keeper);
        assertThat(Typed.in(here, "sandbox", "list").out()).contains("dead");

        assertThat(Typed.in(here, "sandbox", "down").out()).contains("gone");

        assertEnded(servers);
        assertThat(password(view).getParent()).doesNotExist();
    }

    @Test
    void whatDoesNotComeUpIsSaidAndRemoved() {
        Typed typed = Typed.in(here, "sandbox", "up", "postgres-pair", "--with", "delay=2s");

        assertThat(typed.code()).isEqualTo(69);
        assertThat(typed.err()).contains("'delay' is for replication: delayed only");
    }

    @Test
    void namesWhatWasMeant() {
        assertThat(Typed.in(here, "sandbox", "up", "postgres-pear").err()).contains("did you mean 'postgres-pair'?");
        assertThat(Typed.in(here, "sandbox", "up", "postgres-pair", "--with", "delai=2s")
                        .err())
                .contains("did you mean 'delay'?");
        assertThat(Typed.in(here, "sandbox", "down", "x").code()).isEqualTo(2);
    }
}
