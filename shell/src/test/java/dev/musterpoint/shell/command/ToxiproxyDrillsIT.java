package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Evidence.EffectSeen;
import dev.musterpoint.drills.evidence.Evidence.InjectionReturned;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Quantity;
import dev.musterpoint.drills.verdict.Verdict;
import dev.musterpoint.verifiers.check.Assessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The drills of {@code catalog/toxiproxy} on a real Toxiproxy, and two whose fault must not count. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class ToxiproxyDrillsIT {
    private static final Path CATALOGUE =
            Path.of("..").toAbsolutePath().normalize().resolve("catalog/toxiproxy");

    @TempDir
    Path folder;

    private RunReader run;
    private Assessment assessment;

    @BeforeEach
    void assumeToxiproxy() throws IOException {
        Typed doctor = Typed.in(
                folder,
                "doctor",
                "--target",
                CATALOGUE.resolve("slow-database.yaml").toString());
        if (doctor.out().contains("cannot run here")) {
            if ("required".equals(System.getenv("MUSTER_TESTBED"))) {
                throw new AssertionError(doctor.out());
            }
            Assumptions.abort("skipped: " + doctor.out());
        }
    }

    private Typed drill(String name) {
        Typed typed = Typed.in(folder, "drill", "run", name);
        List<RunDirectory> runs = new RunStore(folder.resolve("runs")).list();
        assertThat(runs).as(typed.err()).hasSize(1);
        run = new RunReader(runs.get(0));
        assessment = Assessor.standard().assess(run.plan(), run);
        assertThat(assessment.cleanUp()).as(typed.out()).isEqualTo(CleanUp.CLEAN);
        return typed;
    }

    private ObjectiveJudged judged(int number) {
        return assessment.findings(ObjectiveJudged.class).get(number);
    }

    @Test
    void aSlowDatabaseIsSeenAndItsOrdersAreCounted() {
        Typed typed = drill("slow-database");
        assertThat(run.facts(EffectSeen.class)).as(typed.out() + typed.err()).hasSize(1);
        assertThat(judged(0).verdict()).isIn(Verdict.MET, Verdict.MISSED, Verdict.INDETERMINATE);
        assertThat(judged(1).measured().orElseThrow().lower()).isGreaterThan(Duration.ofMillis(100));
    }

    @Test
    void halfOfTheConnectionsCrawl() {
        Typed typed = drill("brownout");
        assertThat(run.facts(EffectSeen.class)).as(typed.out() + typed.err()).hasSize(1);
        assertThat(judged(0)
                        .quantity()
                        .flatMap(Quantity::measured)
                        .orElseThrow()
                        .lower())
                .isBetween(0.2, 0.8);
    }

    @Test
    void aCutDependencyIsTakenOverByTheStandby() {
        Typed typed = drill("cut-dependency");
        assertThat(typed.code()).as(typed.out() + typed.err()).isZero();
        assertThat(run.facts(EffectSeen.class)).hasSize(1);
        assertThat(judged(0).verdict()).isEqualTo(Verdict.MET);
    }

    private Typed planted(String from, String to) throws IOException {
        String text = Files.readString(CATALOGUE.resolve("slow-database.yaml"));
        assertThat(text).contains(from);
        Files.writeString(
                folder.resolve("planted.yaml"),
                text.replace(from, to)
                        .replace("name: slow-database", "name: planted")
                        .replace("effectWithin: 10s", "effectWithin: 3s"));
        return drill("planted");
    }

    private void hadNoEffect(Typed typed) {
        assertThat(run.facts(InjectionReturned.class)).hasSize(1).allMatch(each -> each.error()
                .isEmpty());
        assertThat(run.facts(EffectSeen.class)).as(typed.out()).isEmpty();
        assertThat(assessment.verdict()).isEqualTo(Verdict.NO_EFFECT);
    }

    @Test
    void aDelayOfNothingHasNoEffect() throws IOException {
        hadNoEffect(planted("      latency: 100ms\n      jitter: 10ms\n", "      latency: 0ms\n"));
    }

    @Test
    void aProbeThatGoesPastTheProxyShowsNoEffect() throws IOException {
        hadNoEffect(planted("target: { proxy: primary-proxy }", "target: { proxy: standby-proxy }"));
    }
}
