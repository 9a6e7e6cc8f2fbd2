package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.run.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What policy and the halt lever refuse ends with exit code 5, says why, and leaves no run behind. */
class RefusalTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private String out;
    private String err;

    private int muster(String... arguments) {
        StringWriter printed = new StringWriter();
        StringWriter said = new StringWriter();
        Console console = new Console(
                new PrintWriter(printed),
                new PrintWriter(said),
                new BufferedReader(new StringReader("")),
                false,
                100,
                false);
        App app = new App(console, new Settings(HOME, folder, folder.resolve("runs")), false);
        int code = new Commands(app).execute(arguments);
        out = printed.toString();
        err = said.toString();
        return code;
    }

    private void policy(String spec) throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Policy
                metadata: { name: test, title: Test }
                spec:
                """ + "  " + spec + "\n");
    }

    private void assertRefused(String... words) {
        assertThat(muster("drill", "run", "quickstart")).isEqualTo(5);
        assertThat(err).startsWith("muster: refused: ").contains(words);
        assertThat(folder.resolve("runs").toFile().list((runs, name) -> !name.equals("halt")))
                .containsOnly("programme.jsonl", "programme.lock");
        assertThat(folder.resolve("runs/programme.jsonl")).content().contains("\"event\":\"refused\"");
    }

    @Test
    void theLeverRefusesDrillsUntilItIsReleased() {
        assertThat(muster("halt", "status")).isZero();
        assertThat(out).isEqualToIgnoringNewLines("not engaged");
        assertThat(muster("halt", "engage", "--reason", "the shop is on fire")).isZero();

        assertRefused("the halt lever: it is engaged: 'the shop is on fire'", "'muster halt release'");
        assertThat(muster("halt", "status", "-o", "json")).isZero();
        assertThat(out).contains("\"engaged\" : true", "\"reason\" : \"the shop is on fire\"");

        assertThat(muster("halt", "release")).isZero();
        assertThat(out).isEqualToIgnoringNewLines("released");
        assertThat(muster("halt", "release")).isZero();
        assertThat(out).isEqualToIgnoringNewLines("it was not engaged");
        assertThat(muster("drill", "run", "quickstart", "--dry-run")).isZero();
    }

    @Test
    void theLeverWantsAReason() {
        assertThat(muster("halt", "engage")).isEqualTo(2);
        assertThat(muster("halt", "engage", "--reason", " ")).isEqualTo(2);
        assertThat(folder.resolve("runs/halt")).doesNotExist();
    }

    @Test
    void aPolicyRefusesWhatItDoesNotAllow() throws IOException {
        policy("environments: [staging]");
        assertRefused("environment 'sandbox': drills may run in staging only", "policy.yaml, 'environments'");

        policy("limits: { longestFault: 1m }");
        assertRefused("fault 'the primary dies': it may stand for 30 min");
    }

    @Test
    void aPolicyThatCannotBeReadRefusesEverything() throws IOException {
        policy("enviroments: [sandbox]");
        assertRefused("policy.yaml:5:3: unknown key 'enviroments'", "a policy that cannot be read allows nothing");
        assertThat(muster("drill", "plan", "quickstart")).isEqualTo(5);
    }

    @Test
    void aFreezeStopsRunsAndNotPlans() throws IOException {
        policy("freeze: [{ from: 2020-01-01T00:00, to: 2999-01-01T00:00, timeZone: UTC, why: trade }]");
        assertThat(muster("drill", "plan", "quickstart")).isZero();
        assertThat(out).contains("it could not run now: the time: it is ", "(trade)");
        assertRefused("and drills are frozen from 2020-01-01T00:00", "policy.yaml, 'freeze'");
    }

    @Test
    void aPlanSaysWhichPolicyItWasMadeUnder() throws IOException {
        muster("drill", "plan", "quickstart");
        assertThat(out).contains("policy built in: sandboxes only");
        policy("limits: { perDrill: { targets: 2 } }");
        muster("drill", "plan", "quickstart", "-o", "json");
        assertThat(out).contains(folder.resolve("policy.yaml").toString(), "\"targets\" : 2");
    }
}
