package dev.musterpoint.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.journal.ProgrammeEntry;
import dev.musterpoint.drills.journal.ProgrammeLog;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.verdict.Assessment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands against a drill, or stops it, says so in its own words and by its own exit code; what was refused has
 * injected nothing; and all of it is in the log of all attempts.
 */
class GuardsIT {
    @TempDir
    Path here;

    private TalkativeServer shop;

    @BeforeEach
    void open() throws IOException {
        shop = new TalkativeServer();
        drill("2m");
        policy("");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void drill(String patience) throws IOException {
        try (InputStream in = GuardsIT.class.getResourceAsStream("/guards/guarded.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    here.resolve("guarded.yaml"),
                    text.replace("PORT", Integer.toString(shop.port())).replace("FOR", patience));
        }
    }

    private void policy(String more) throws IOException {
        Files.writeString(here.resolve("policy.yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Policy
                metadata: { name: test, title: What drills may do here }
                spec:
                  hosts: ["127.0.0.1:%d"]
                %s""".formatted(shop.port(), more));
    }

    private Path runs() {
        return here.resolve("runs");
    }

    private MusterProcess start(String awaited, String... arguments) throws IOException {
        return new MusterProcess(here, Map.of("MUSTER_RUNS", runs().toString()), awaited, arguments);
    }

    private String muster(int code, String... arguments) throws Exception {
        MusterProcess muster = start("never", arguments);
        assertThat(muster.exitCode()).as(muster.text()).isEqualTo(code);
        return muster.text();
    }

    private List<ProgrammeEntry> programme() {
        List<ProgrammeEntry> all = new ArrayList<>();
        new ProgrammeLog(runs()).read(all::add);
        return all;
    }

    /** Refused at the start: no run, nothing broken, and the attempt is on record with its reason. */
    private void assertRefused(String... words) throws Exception {
        String said = "\n" + muster(5, "drill", "run", "guarded");

        assertThat(said).contains("\nmuster: refused: ").contains(words);
        assertThat(shop.breaks()).isZero();
        assertThat(new RunStore(runs()).list()).isEmpty();
        assertThat(programme()).singleElement().satisfies(entry -> {
            assertThat(entry.event()).isEqualTo(ProgrammeEntry.REFUSED);
            assertThat(entry.drill()).isEqualTo("guarded");
            assertThat(entry.summary()).contains(words[0]);
        });
    }

    @Test
    void aGuardrailAborts() throws Exception {
        drill("1s");

        String said = muster(4, "drill", "run", "guarded");

        assertThat(said)
                .contains("ABORTED", "abort requested by the guardrail on probe 'shop' (errors above 50 % for 1 s)");
        assertThat(shop.breaks()).isEqualTo(1);
        RunDirectory run = new RunStore(runs()).list().get(0);
        Assessment assessment = new RunReader(run).assessment().orElseThrow();
        assertThat(assessment.outcome()).isEqualTo(RunOutcome.ABORTED);
        assertThat(assessment.cleanUp()).isEqualTo(CleanUp.CLEAN);
        assertThat(Files.readString(run.report().resolve("report.html"))).contains("the guardrail on probe");
        assertThat(programme()).extracting(ProgrammeEntry::event).containsExactly("created", "sealed");
        assertThat(programme().get(1).summary()).startsWith("ABORTED");
    }

    @Test
    void aPolicyRefuses() throws Exception {
        policy("  environments: [staging]\n");

        assertRefused("environment 'test': drills may run in staging only", "policy.yaml, 'environments'", "can add");
    }

    @Test
    void theLeverRefuses() throws Exception {
        muster(0, "halt", "engage", "--reason", "the shop is on fire");

        assertRefused("the halt lever: it is engaged: 'the shop is on fire'", "'muster halt release'");
    }

    @Test
    void aFreezeRefusesRunsAndNotPlans() throws Exception {
        policy("  freeze: [{ from: 2020-01-01T00:00, to: 2999-01-01T00:00, timeZone: UTC, why: trade }]\n");

        assertThat(muster(0, "drill", "plan", "guarded")).contains("it could not run now: the time: it is ");
        assertRefused("drills are frozen from 2020-01-01T00:00", "policy.yaml, 'freeze'", "run it afterwards");
    }

    @Test
    void aLockRefusesTheSecondOfTwo() throws Exception {
        MusterProcess first = start("responding", "drill", "run", "guarded");
        first.awaitLine();

        String second = muster(5, "drill", "run", "guarded");
        RunDirectory refused = new RunStore(runs()).list().get(1);
        muster(0, "run", "abort", new RunStore(runs()).list().get(0).runId(), "--reason", "enough");

        assertThat(first.exitCode()).as(first.text()).isEqualTo(4);
        assertThat(second).contains("REFUSED", "service 'shop' is held by run", "'muster run abort'");
        assertThat(shop.breaks()).isEqualTo(1);
        RunReader evidence = new RunReader(refused);
        assertThat(evidence.facts(Evidence.InjectionReturned.class)).isEmpty();
        assertThat(evidence.assessment().orElseThrow().outcome()).isEqualTo(RunOutcome.REFUSED);
        assertThat(Files.readString(refused.report().resolve("report.html"))).contains("is held by");
        assertThat(programme())
                .filteredOn(entry -> entry.event().equals(ProgrammeEntry.SEALED))
                .extracting(entry -> entry.summary().split(" ")[0])
                .containsExactly("REFUSED", "ABORTED");
    }
}
