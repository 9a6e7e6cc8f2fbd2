package dev.musterpoint.runbooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spec.Metadata;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.RunbookStep.Unattended;
import dev.musterpoint.drills.spec.StepPart;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunbookLintTests {
    private static final RunbookStep DETECT = automated("detect", StepPart.DETECT, 1);
    private static final RunbookStep ACT = automated("act", StepPart.ACT, 1);
    private static final RunbookStep CHECK = automated("check", StepPart.CHECK, 1);

    private static RunbookStep automated(String name, StepPart part, int planned) {
        return new RunbookStep.Automated(
                name,
                part,
                Duration.ofSeconds(planned),
                Duration.ofSeconds(10),
                "wait-for",
                Optional.empty(),
                Params.NONE);
    }

    private static RunbookStep manual(Unattended unattended) {
        return new RunbookStep.Manual(
                "decide", StepPart.DECIDE, Duration.ofSeconds(1), Duration.ofSeconds(10), "Decide.", unattended);
    }

    private static List<String> remarks(RunbookStep... steps) {
        Metadata metadata = new Metadata("book", "A book", Optional.empty(), Optional.empty());
        return RunbookLint.check(new Runbook(metadata, List.of(steps))).stream()
                .map(RunbookRemark::toString)
                .toList();
    }

    @Test
    void hasNothingToSayOfAGoodRunbook() {
        assertThat(remarks(DETECT, ACT, CHECK)).isEmpty();
        assertThat(remarks(DETECT, manual(Unattended.SKIP), ACT, CHECK)).isEmpty();
    }

    @Test
    void asksForThePlannedTime() {
        assertThat(remarks(automated("detect", StepPart.DETECT, 0), ACT, CHECK))
                .singleElement()
                .asString()
                .startsWith("step 'detect': it is planned to take no time");
    }

    @Test
    void findsStepsGivenUpBeforeTheyCanBeDone() {
        assertThat(remarks(automated("detect", StepPart.DETECT, 11), ACT, CHECK))
                .singleElement()
                .asString()
                .contains("raise 'timeout'");
    }

    @Test
    void asksForACheckAfterTheLastAct() {
        assertThat(remarks(ACT, CHECK, automated("act again", StepPart.ACT, 1)))
                .singleElement()
                .asString()
                .startsWith("step 'act again': nothing checks afterwards");
    }

    @Test
    void findsChecksBeforeAnyAct() {
        assertThat(remarks(CHECK, ACT, CHECK)).singleElement().asString().contains("before any step has acted");
    }

    @Test
    void findsRunbooksThatDoNothing() {
        assertThat(remarks(DETECT)).singleElement().asString().startsWith("the runbook: no step acts");
    }

    @Test
    void warnsOfAPersonWithoutWhomNothingIsDone() {
        assertThat(remarks(DETECT, manual(Unattended.STOP), ACT, CHECK))
                .singleElement()
                .asString()
                .contains("'act' is not done");
        assertThat(remarks(DETECT, ACT, CHECK, manual(Unattended.STOP))).isEmpty();
    }
}
