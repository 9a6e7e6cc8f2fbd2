package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.FileKind;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.programme.halt.HaltLever;
import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.run.DrillService;
import dev.musterpoint.shell.run.FileLibrary;
import dev.musterpoint.shell.run.RecoverService;
import dev.musterpoint.shell.run.RunService;
import dev.musterpoint.shell.run.Settings;
import dev.musterpoint.shell.sandbox.KeptSandboxes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What commands work with. Everything is made on first use, so that a command pays only for what it needs. */
public final class App {
    private final Console console;
    private final boolean interactive;
    private Settings settings;
    private final Catalogue catalogue = Catalogue.load();

    public App(Console console, Settings settings, boolean interactive) {
        this.console = console;
        this.settings = settings;
        this.interactive = interactive;
    }

    public Console console() {
        return console;
    }

    /** Whether this is the shell, which outlives the command. */
    public boolean isInteractive() {
        return interactive;
    }

    public Settings settings() {
        return settings;
    }

    void useRuns(Path directory) {
        settings = settings.withRuns(directory);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public FileLibrary drills() {
        return new FileLibrary(settings, FileKind.DRILL);
    }

    public FileLibrary runbooks() {
        return new FileLibrary(settings, FileKind.RUNBOOK);
    }

    DrillService drillService() {
        return new DrillService(
                settings, catalogue, new SystemRunClock(), name -> Optional.ofNullable(System.getenv(name)));
    }

    RunService runService() {
        return new RunService(settings, catalogue);
    }

    public RunStore runs() {
        return new RunStore(settings.runs());
    }

    KeptSandboxes sandboxes() {
        return new KeptSandboxes(settings, catalogue);
    }

    HaltLever halt() {
        return new HaltLever(settings.runs());
    }

    RecoverService recoverService() {
        return new RecoverService(runs(), catalogue);
    }

    /** The one run that {@code id} means. */
    RunDirectory run(String id) {
        List<RunDirectory> found = id.equals("last") ? last() : runs().find(id);
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "there is no run '" + id + "' in " + settings.runs() + "; 'muster run list' shows them");
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                "'" + id + "' may be any of " + found.size() + " runs; the newest is "
                        + found.get(found.size() - 1).runId());
    }

    private List<RunDirectory> last() {
        List<RunDirectory> all = runs().list();
        return all.isEmpty() ? all : all.subList(all.size() - 1, all.size());
    }
}
