package dev.musterpoint.runbooks;

import dev.musterpoint.drills.codec.MarkdownText;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.ReferringText;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spec.RunbookStep.Manual;
import dev.musterpoint.drills.spec.RunbookStep.Unattended;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A runbook as a Markdown document, for a wiki or a ticket: what a person would follow without Musterpoint at hand. */
public final class RunbookMarkdown {
    private final StringBuilder out = new StringBuilder();

    private RunbookMarkdown() {}

    public static String of(Runbook runbook) {
        RunbookMarkdown markdown = new RunbookMarkdown();
        markdown.head(runbook);
        for (int i = 0; i < runbook.steps().size(); i++) {
            markdown.step(i + 1, runbook.steps().get(i));
        }
        return markdown.out.toString();
    }

    private void head(Runbook runbook) {
        line("# " + text(runbook.metadata().title()));
        line("");
        line("Runbook " + code(runbook.metadata().name())
                + runbook.metadata()
                        .owner()
                        .map(owner -> ", owned by " + text(owner))
                        .orElse("")
                + ". Planned to take "
                + duration(runbook.steps().stream().map(RunbookStep::planned).reduce(Duration.ZERO, Duration::plus))
                + ".");
        line("");
        line("| Step | Part | Who | What | Planned |");
        line("| ---: | --- | --- | --- | ---: |");
        for (int i = 0; i < runbook.steps().size(); i++) {
            RunbookStep step = runbook.steps().get(i);
            line("| " + (i + 1) + " | " + part(step) + " | " + (step instanceof Manual ? "a person" : "the runner")
                    + " | " + text(step.name()) + " | " + duration(step.planned()) + " |");
        }
    }

    private void step(int number, RunbookStep step) {
        line("");
        line("## " + number + ". " + text(step.name()));
        line("");
        if (step instanceof Manual manual) {
            manual(manual);
        } else {
            automated((Automated) step);
        }
    }

    private void manual(Manual step) {
        // Two blanks at its end keep a line of its own.
        step.instructions().strip().lines().forEach(each -> line(each.isBlank() ? ">" : "> " + text(each) + "  "));
        line("");
        line("Planned to take " + duration(step.planned()) + ", given up after " + duration(step.timeout())
                + ". With nobody there "
                + (step.unattended() == Unattended.SKIP ? "it is skipped." : "the runbook stops here."));
    }

    private void automated(Automated step) {
        line("Done by " + code(step.type())
                + step.system().map(system -> " on " + code(system)).orElse("") + ". Planned to take "
                + duration(step.planned()) + ", given up after " + duration(step.timeout()) + ".");
        if (!step.params().equals(Params.NONE)) {
            line("");
            step.params().values().forEach((name, value) -> line("- " + text(name) + ": " + code(value(value))));
        }
    }

    private static String value(Object value) {
        Optional<ReferringText> referring = ReferringText.of(value);
        if (referring.isPresent()) {
            return referring.get().toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RunbookMarkdown::value).collect(Collectors.joining(", "));
        }
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + value(entry.getValue()))
                        .collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    private static String part(RunbookStep step) {
        return step.part().name().toLowerCase(Locale.ROOT);
    }

    private static String duration(Duration duration) {
        return Durations.format(duration);
    }

    private static String text(String text) {
        return MarkdownText.plain(text);
    }

    private static String code(String text) {
        return MarkdownText.code(text);
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
