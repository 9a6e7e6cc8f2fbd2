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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunbookMarkdownTests {
    private static Runbook runbook(RunbookStep... steps) {
        return new Runbook(
                new Metadata("book", "Promote | the *standby*", Optional.of("team-db"), Optional.empty()),
                List.of(steps));
    }

    private static RunbookStep automated(String name, Params params) {
        return new RunbookStep.Automated(
                name,
                StepPart.ACT,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                "postgres/promote",
                Optional.of("db"),
                params);
    }

    private static RunbookStep manual(String instructions, Unattended unattended) {
        return new RunbookStep.Manual(
                "call the owner",
                StepPart.DECIDE,
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                instructions,
                unattended);
    }

    @Test
    void saysWhoDoesWhatAndForHowLong() {
        String markdown = RunbookMarkdown.of(runbook(
                manual("Call them.\n\n1. Ask.\n2. Note it.", Unattended.SKIP),
                automated("promote it", new Params(Map.of("member", "standby")))));

        assertThat(markdown)
                .startsWith("# Promote \\| the \\*standby\\*\n")
                .contains("Runbook `book`, owned by team-db. Planned to take 35 s.")
                .contains("| 1 | decide | a person | call the owner | 30 s |")
                .contains("| 2 | act | the runner | promote it | 5 s |")
                .contains("> Call them.  \n>\n> 1\\. Ask.  \n> 2\\. Note it.  \n")
                .contains("With nobody there it is skipped.")
                .contains("Done by `postgres/promote` on `db`. Planned to take 5 s, given up after 60 s.")
                .contains("- member: `standby`");
    }

    @Test
    void saysThatARunbookStopsWhereNobodyIs() {
        assertThat(RunbookMarkdown.of(runbook(manual("Decide.", Unattended.STOP))))
                .contains("With nobody there the runbook stops here.");
    }

    @Test
    void noTextBecomesMarkup() {
        String markdown = RunbookMarkdown.of(runbook(
                manual("# Not a heading\n```\n<script>", Unattended.SKIP),
                automated("a | b\nc", new Params(Map.of("query", "select `x` |\nfrom y")))));

        assertThat(markdown)
                .contains("> \\# Not a heading  \n> \\`\\`\\`  \n> \\<script\\>  \n")
                .contains("| a \\| b c |")
                .contains("- query: `` select `x` | from y ``");
    }
}
