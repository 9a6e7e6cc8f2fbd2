package dev.musterpoint.shell.interactive;

import dev.musterpoint.shell.command.Commands;
import java.util.ArrayList;
import java.util.List;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;

/** {@code help} and {@code help COMMAND}: the command line's own help. */
final class HelpCommand extends AbstractCommand {
    private final Commands commands;

    HelpCommand(Commands commands) {
        super("help", "List the commands, or explain one.");
        this.commands = commands;
    }

    @Override
    public ExitStatus execute(CommandContext context) {
        List<String> arguments = new ArrayList<>();
        context.parsedInput().arguments().stream().map(CommandArgument::value).forEach(arguments::add);
        arguments.add("--help");
        commands.execute(arguments.toArray(String[]::new));
        return ExitStatus.OK;
    }

    @Override
    public ExitStatus doExecute(CommandContext context) {
        return execute(context);
    }
}
