package dev.musterpoint.shell.interactive;

import dev.musterpoint.shell.command.Commands;
import java.util.List;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;

/**
 * A line that begins with no command. It may begin with {@code muster}, out of habit; otherwise the command line says what
 * is wrong and what was perhaps meant.
 */
final class AnythingElse extends AbstractCommand {
    static final String NAME = "muster";

    private final Commands commands;

    AnythingElse(Commands commands) {
        super(NAME, "The same commands, with the word one is used to in front.");
        this.commands = commands;
    }

    @Override
    public ExitStatus execute(CommandContext context) {
        List<String> words = context.parsedInput().arguments().stream()
                .map(CommandArgument::value)
                .toList();
        commands.execute(words.toArray(String[]::new));
        return ExitStatus.OK;
    }

    @Override
    public ExitStatus doExecute(CommandContext context) {
        return execute(context);
    }
}
