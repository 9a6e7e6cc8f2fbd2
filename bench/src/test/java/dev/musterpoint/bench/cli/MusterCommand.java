package dev.musterpoint.bench.cli;

import dev.musterpoint.bench.service.JavaCommand;
import dev.musterpoint.shell.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts this build's Musterpoint, or a class that stands in for it, as the launcher would. */
public final class MusterCommand {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private MusterCommand() {}

    public static List<String> of(String... arguments) {
        return of(Main.class, arguments);
    }

    public static List<String> of(Class<?> main, String... arguments) {
        List<String> options = new ArrayList<>(ClassArchive.options());
        options.add("-Dmuster.home=" + HOME);
        return JavaCommand.with(options, main, arguments);
    }
}
