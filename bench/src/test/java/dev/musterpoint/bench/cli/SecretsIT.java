package dev.musterpoint.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.verdict.Assessment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Secrets planted wherever one can stand, each told aloud by all that learns it, in every form: none is found again in
 * what is stored, printed, logged, remembered by the shell, or shown in the list of processes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsIT {
    private static final String NOT_KEPT = "Pl4nt-in-clear-31415";

    @TempDir
    static Path root;

    private LeakyShop shop;

    @BeforeAll
    void open() throws Exception {
        shop = LeakyShop.open(root);
    }

    @AfterAll
    void close() throws Exception {
        shop.close();
    }

    private List<RunDirectory> runs() {
        return new RunStore(shop.runs()).list();
    }

    private void assertNothingTold(String said) throws Exception {
        List<String> found = new ArrayList<>(shop.plants().in("console", said.getBytes(StandardCharsets.UTF_8)));
        found.addAll(shop.plants().below(shop.runs()));
        found.addAll(shop.plants().below(shop.state()));
        assertThat(found).isEmpty();
    }

    /** A check that cannot fail is no check. */
    @Test
    void thePlantsAreFoundWhereTheyStand() throws Exception {
        Path folder = Files.createDirectory(root.resolve("found"));
        for (String form : Plants.forms(shop.plants().get("command"))) {
            Path file = Files.writeString(folder.resolve("file"), "{\"text\": \"before " + form + " after\"}");
            assertThat(shop.plants().below(folder)).as(form).isNotEmpty();
            Files.delete(file);
        }
        assertThat(shop.plants().in("seen", "Pl4nt".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void aRunTellsNone() throws Exception {
        StringBuilder said = new StringBuilder();
        try (ProcessListSampler processes = new ProcessListSampler()) {
            said.append(shop.muster(0, "drill", "validate", "leaky"));
            said.append(shop.muster(0, "drill", "plan", "leaky", "-o", "json"));
            said.append(shop.muster(0, "drill", "plan", "leaky", "-o", "yaml", "--debug"));
            said.append(shop.muster(-1, "drill", "run", "leaky", "--debug"));
            RunDirectory run = runs().get(runs().size() - 1);
            assertThat(shop.service().hasTold()).isTrue();
            assertEverythingFailedAloud(run);
            for (String form : List.of("table", "json", "yaml")) {
                said.append(shop.muster(0, "run", "show", run.runId(), "-o", form));
            }
            said.append(shop.muster(0, "report", run.runId()));
            said.append(shop.muster(0, "verify", run.runId(), "--debug"));
            said.append(shop.muster(0, "run", "export", run.runId()));
            assertThat(processes.text()).contains("drill run leaky --debug");
            said.append(processes.text());
        }
        assertNothingTold(said.toString());
        assertThat(shop.plants().below(shop.here())).allMatch(found -> found.contains("api.key"));
    }

    /** Every one of them had its say: what was redacted stands in the journal. */
    private static void assertEverythingFailedAloud(RunDirectory run) {
        RunReader evidence = new RunReader(run);
        assertThat(evidence.facts(Evidence.StepEnded.class)).hasSize(4).allSatisfy(step -> assertThat(step.toString())
                .contains("[redacted]"));
        assertThat(evidence.facts(Evidence.EffectSeen.class)).hasSize(2);
        Assessment assessment = evidence.assessment().orElseThrow();
        assertThat(assessment.cleanUp()).hasToString("CLEAN");
    }

    @Test
    void aWatchdogTellsNone() throws Exception {
        MusterProcess muster = shop.start("step 1 started", "drill", "run", "leaky");
        muster.awaitLine();
        muster.signal("KILL");
        muster.exitCode();
        RunDirectory run = runs().get(runs().size() - 1);
        await().atMost(ONE_MINUTE).until(run::isSealed);
        assertThat(Files.readString(run.recovery())).contains("recovery-started");
        assertNothingTold(muster.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?page=1                          | ?page=1&access_token=SECRET",
                "http://127.0.0.1:PORT/shop       | http://me:SECRET@127.0.0.1:PORT/shop",
                "{ env: PLANT_HEADER }            | Bearer SECRET",
                "{ file: \"FOLDER/api.key\" }     | SECRET",
                "{\\\"item\\\": 1}                | {\\\"password\\\": \\\"SECRET\\\"}",
                "{ PLANT: { env: PLANT_COMMAND } }| { APP_PASSWORD: SECRET }",
                "[FOLDER/leak.sh, apply]          | [FOLDER/leak.sh, apply, --password=SECRET]",
                "[FOLDER/leak.sh, undo]           | [FOLDER/leak.sh, undo, --token, SECRET]",
                "{ file: \"PASSWORDFILE\" }       | SECRET",
                "Nothing gets out                 | The password=SECRET gets out",
                "NOTE: nothing of note            | DB_PASSWORD: SECRET"
            })
    void aSecretInClearIsRefusedAndNotRepeated(String from, String to) throws Exception {
        int before = runs().size();
        shop.rewrite("clear", from, to, NOT_KEPT);

        String said = shop.muster(2, "drill", "run", "clear", "--debug");

        assertThat(said)
                .contains("clear.yaml:")
                .containsAnyOf("in clear", "must say where", "holds a secret")
                .doesNotContain(NOT_KEPT);
        assertThat(runs()).hasSize(before);
    }

    /** In a comment, in a title, by a variable: where nothing but its value tells that it is one. */
    @Test
    void whatTheDrillRefersToMayNotStandInItInClear() throws Exception {
        int before = runs().size();
        shop.rewrite(
                "comment",
                "# Everything",
                "# It is SECRET. Everything",
                shop.plants().get("command"));
        String comment = shop.muster(2, "drill", "run", "comment");
        String variable = shop.muster(
                2, "drill", "run", "leaky", "--var", "NOTE=" + shop.plants().get("api.key"));

        assertThat(comment).contains("{ env: PLANT_COMMAND }");
        assertThat(variable).contains("api.key");
        assertThat(runs()).hasSize(before);
        assertNothingTold(comment + variable);
    }

    @Test
    void aVariableNamedLikeASecretIsRefused() throws Exception {
        shop.rewrite("variable", "${NOTE}", "${DB_PASSWORD}", "");

        String said = shop.muster(2, "drill", "run", "variable", "--var", "DB_PASSWORD=" + NOT_KEPT);

        assertThat(said).contains("'DB_PASSWORD' is a secret by its name").doesNotContain(NOT_KEPT);
    }

    @Test
    void aSecretInThePolicyIsRefused() throws Exception {
        shop.withPolicy("hosts: [", "hosts: [\"me:" + NOT_KEPT + "@host\", ", () -> assertThat(
                        shop.muster(5, "drill", "run", "leaky"))
                .contains("policy.yaml:"));
        shop.withPolicy("title: What", "title: With password=" + NOT_KEPT + " what", () -> assertThat(
                        shop.muster(5, "drill", "run", "leaky"))
                .contains("in clear")
                .doesNotContain(NOT_KEPT));
    }

    @Test
    void theShellRemembersNone() throws Exception {
        MusterProcess shell = shop.start("never");
        String secret = shop.plants().get("passed");
        for (String line : List.of(
                "drill list",
                "drill validate leaky --var DB_PASSWORD=" + secret,
                "drill validate leaky --var NOTE='" + secret + "'",
                "run list",
                "exit")) {
            shell.type(line);
        }
        assertThat(shell.exitCode()).as(shell.text()).isZero();

        Path history = shop.state().resolve("musterpoint/history");
        assertThat(history).content().contains("drill list", "run list").doesNotContain("validate");
        assertThat(Stream.of(Files.readString(history))
                        .flatMap(text -> shop.plants().in("history", text.getBytes(StandardCharsets.UTF_8)).stream()))
                .isEmpty();
    }
}
