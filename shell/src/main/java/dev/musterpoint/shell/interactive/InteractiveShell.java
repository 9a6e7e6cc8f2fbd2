package dev.musterpoint.shell.interactive;

import dev.musterpoint.shell.command.App;
import dev.musterpoint.shell.command.Commands;
import dev.musterpoint.shell.config.Key;
import dev.musterpoint.shell.config.Place;
import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.run.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.jline.JLineShellRunner;
import picocli.CommandLine;

/** Opens the shell and stays until the person leaves it. */
public final class InteractiveShell {
    private final Place place;

    public InteractiveShell(Place place) {
        this.place = place;
    }

    /** Runs the shell. @throws IOException when there is no terminal to run it on */
    public void run() throws Exception {
        try (Terminal terminal =
                TerminalBuilder.builder().name("muster").system(true).build()) {
            // Ctrl-C stops the drill that is running (its own handler sees to that), never the shell.
            terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_IGN);
            boolean colour = !System.getenv().containsKey("NO_COLOR");
            Console console = new Console(
                    terminal.writer(),
                    terminal.writer(),
                    new BufferedReader(terminal.reader()),
                    !terminal.getType().startsWith(Terminal.TYPE_DUMB),
                    terminal.getWidth(),
                    colour && !terminal.getType().startsWith(Terminal.TYPE_DUMB));
            App app = new App(console, place, true);
            Commands commands = new Commands(app);
            greet(console.coloured(app.configuration().value(Key.COLOUR)));
            runner(terminal, app, commands).run(new String[0]);
        }
    }

    private static void greet(Console console) {
        console.out().println(console.ink().bold("Musterpoint " + Version.get()));
        console.out().println("Try 'quickstart'; 'help' lists the commands, Tab completes, 'exit' leaves.");
        console.out().flush();
    }

    private JLineShellRunner runner(Terminal terminal, App app, Commands commands) {
        CommandLine line = commands.commandLine();
        Prompt prompt = new Prompt(app);
        ShellInput input = new ShellInput(reader(terminal, line, app.settings().state()));
        input.setPromptProvider(prompt);
        Set<Command> all = registered(line, commands);
        Set<String> names = all.stream().map(Command::getName).collect(Collectors.toSet());
        return new JLineShellRunner(input, new TokenParser(names), new CommandRegistry(all));
    }

    private static Set<Command> registered(CommandLine line, Commands commands) {
        Set<Command> all = new LinkedHashSet<>();
        for (Map.Entry<String, CommandLine> sub : line.getSubcommands().entrySet()) {
            all.add(new CommandAdapter(sub.getKey(), sub.getValue(), commands));
        }
        all.add(new HelpCommand(commands));
        all.add(new AnythingElse(commands));
        return all;
    }

    private static LineReader reader(Terminal terminal, CommandLine line, Path state) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("muster")
                .completer(new ShellCompleter(line))
                .history(new CarefulHistory(System.getenv()))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_INCREMENTAL, true);
        historyFile(state).ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        return builder.build();
    }

    /** Without a history when it cannot be written. */
    private static Optional<Path> historyFile(Path state) {
        try {
            Path file = Files.createDirectories(state).resolve("history");
            if (!Files.exists(file)) {
                // What was typed is nobody else's to read.
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
