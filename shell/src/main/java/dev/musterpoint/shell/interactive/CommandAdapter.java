package dev.musterpoint.shell.interactive;

import dev.musterpoint.shell.command.Commands;
import java.util.ArrayList;
import java.util.List;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;
import picocli.CommandLine;

/** One command as Spring Shell knows it; what it does, takes and says is the command line's own definition. */
final class CommandAdapter extends AbstractCommand {
    private final Commands commands;

    CommandAdapter(String name, CommandLine definition, Commands commands) {
        super(name, String.join(" ", definition.getCommandSpec().usageMessage().description()));
        this.commands = commands;
    }

    @Override
    public ExitStatus execute(CommandContext context) {
        List<String> arguments = new ArrayList<>(List.of(getName()));
        context.parsedInput().arguments().stream().map(CommandArgument::value).forEach(arguments::add);
        commands.execute(arguments.toArray(String[]::new));
        // Failures have been explained by now, and the shell goes on.
        return ExitStatus.OK;
    }

    @Override
    public ExitStatus doExecute(CommandContext context) {
        return execute(context);
    }
}
