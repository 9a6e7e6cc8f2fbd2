package dev.musterpoint.shell.interactive;

import dev.musterpoint.shell.command.App;
import dev.musterpoint.shell.run.RunState;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.springframework.shell.jline.PromptProvider;

/** {@code muster>}, with the number of drills that are running. */
final class Prompt implements PromptProvider {
    private final App app;

    Prompt(App app) {
        this.app = app;
    }

    @Override
    public AttributedString getPrompt() {
        long running = app.runs().list().stream()
                .filter(run -> !run.isSealed() && RunState.of(run).state().equals("running"))
                .count();
        AttributedStringBuilder prompt = new AttributedStringBuilder();
        prompt.styled(AttributedStyle.BOLD, "muster");
        if (running > 0) {
            prompt.styled(AttributedStyle.BOLD.foreground(AttributedStyle.YELLOW), " (" + running + " running)");
        }
        return prompt.append("> ").toAttributedString();
    }
}
