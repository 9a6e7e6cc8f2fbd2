package dev.musterpoint.shell.command;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster completion SHELL} */
@Command(
        name = "completion",
        description = "Print a script that completes muster's commands and options in your shell.",
        footer = {
            "",
            "Examples:",
            "  source <(muster completion bash)              in ~/.bashrc",
            "  source <(muster completion zsh)               in ~/.zshrc, after compinit",
            "  muster completion fish > ~/.config/fish/completions/muster.fish"
        })
public final class CompletionCommand extends MusterCommand {
    @Parameters(paramLabel = "SHELL", description = "one of: ${COMPLETION-CANDIDATES}")
    private Shell shell;

    public CompletionCommand(App app) {
        super(app);
    }

    /** The shells that can be helped. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Override
    boolean mindsUnfinishedRuns() {
        return false;
    }

    @Override
    ExitCode execute() {
        // Not the shell's own definition: a script that is kept must not hold the names of this moment.
        CommandLine line = new Commands(new App(console(), app().settings(), false)).commandLine();
        String script =
                switch (shell) {
                    case bash -> AutoComplete.bash("muster", line);
                    // The same script: it turns on zsh's emulation of bash completion by itself.
                    case zsh -> AutoComplete.bash("muster", line);
                    case fish -> new FishCompletion(line).script();
                };
        print(script, () -> out().print(script));
        return ExitCode.OK;
    }
}
