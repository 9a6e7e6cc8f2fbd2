package dev.musterpoint.drills.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Evidence.OutputsPublished;
import dev.musterpoint.drills.evidence.Evidence.StepEnded;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.drills.evidence.StepOutcome;
import dev.musterpoint.drills.kit.NoopDrill;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.plan.StepStage;
import dev.musterpoint.drills.spec.BoundStatement;
import dev.musterpoint.drills.spec.OutputReference;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ReferringText;
import dev.musterpoint.drills.spec.ReferringText.Piece;
import dev.musterpoint.drills.spec.StepPart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTests {
    private static final OutputReference HOST = new OutputReference("restore", "host");
    private static final String HOSTILE = "x'; DROP TABLE orders; -- ${steps.restore.host} $(rm) & \"";

    @TempDir
    Path directory;

    private NoopDrill drill;

    @BeforeEach
    void makeDrill() {
        drill = new NoopDrill(directory);
    }

    private static Object around(String before, String after) {
        return new ReferringText(List.of(Piece.of(before), Piece.of(HOST), Piece.of(after))).stored();
    }

    private Params used(String value, Map<String, Object> params) {
        SamplePlan plan = new SamplePlan().publishing("restore", "host", value, false);
        drill.run(plan.step("use", StepPart.ACT, Duration.ofSeconds(1), new Params(params))
                .build());
        return drill.steps.given("use");
    }

    private StepEnded end(String step) {
        return drill.journal.facts(StepEnded.class).stream()
                .filter(end -> end.name().equals(step))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void handsAnOutputToLaterStepsAndWritesItDown() {
        Params given = used("db-2", Map.of("text", around("host=", ";")));
        assertThat(given.text("text")).isEqualTo("host=db-2;");
        assertThat(drill.journal.facts(OutputsPublished.class))
                .containsExactly(new OutputsPublished(StepStage.SETUP, 1, "restore", Map.of("host", "db-2")));
    }

    @Test
    void keepsAHostileValueOneArgument() {
        Params given = used(HOSTILE, Map.of("words", List.of("/bin/echo", around("--host=", ""))));
        assertThat(given.texts("words")).containsExactly("/bin/echo", "--host=" + HOSTILE);
    }

    @Test
    void bindsAHostileValueToAStatement() {
        Params given = used(HOSTILE, Map.of("query", around("select * from orders where host = ", " limit 1")));
        assertThat(BoundStatement.of(given, "query"))
                .isEqualTo(new BoundStatement("select * from orders where host = ? limit 1", List.of(HOSTILE)));
    }

    @Test
    void refusesAValueThatIsNoNumberWhereOneIsWanted() {
        drill.run(new SamplePlan()
                .publishing("restore", "host", "5432; x", false)
                .step(
                        "use",
                        StepPart.ACT,
                        Duration.ofSeconds(1),
                        new Params(Map.of("number", new ReferringText(List.of(Piece.of(HOST))).stored())))
                .build());
        assertThat(end("use").outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(end("use").detail()).isEqualTo("'number' must be a whole number, and the output is none");
    }

    @Test
    void holdsAHostThatAStepNamesAgainstThePolicy() {
        used("evil.example", Map.of("url", around("http://", "/load")));
        assertThat(end("use").outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(end("use").detail()).contains("evil.example:80").contains("does not allow");
        assertThat(drill.steps.done()).doesNotContain("use");
    }

    @Test
    void failsAStepWhoseOutputWasNotPublished() {
        RunResult result = drill.run(
                new SamplePlan().publishing("restore", "host", null, false).build());
        assertThat(result.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(end("restore").detail()).isEqualTo("its output 'host' was not published");
    }

    @Test
    void failsAStepThatNeedsWhatAStepBeforeItDidNotPublish() {
        Object text = new ReferringText(List.of(Piece.of(new OutputReference("promote", "host")))).stored();
        drill.run(new SamplePlan()
                .step("use", StepPart.ACT, Duration.ofSeconds(1), new Params(Map.of("text", text)))
                .build());
        assertThat(end("use").outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(end("use").detail())
                .isEqualTo("it needs ${steps.promote.host}, which step 'promote' has not published: it was not done,"
                        + " or failed");
    }

    @Test
    void writesOfASecretOnlyThatThereIsOne() {
        drill.run(new SamplePlan()
                .publishing("log in", "token", "s3cr3t-token", true)
                .build());
        assertThat(drill.journal.facts(OutputsPublished.class))
                .extracting(OutputsPublished::outputs)
                .containsExactly(Map.of("token", "[secret]"));
        assertThat(drill.redactor.redact("it said s3cr3t-token")).isEqualTo("it said [redacted]");
    }
}
