package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.FileKind;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.programme.halt.HaltLever;
import dev.musterpoint.shell.config.Configuration;
import dev.musterpoint.shell.config.Key;
import dev.musterpoint.shell.config.Place;
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
    private final Place place;
    private final Optional<Settings> given;
    private Configuration base;
    private Configuration configuration;
    private final Catalogue catalogue = Catalogue.load();

    /** Configured by what is found at {@code place}, when it is first needed. */
    public App(Console console, Place place, boolean interactive) {
        this(console, place, Optional.empty(), interactive);
    }

    /** With {@code settings} before all that is configured. */
    public App(Console console, Settings settings, boolean interactive) {
        this(console, new Place(settings.home(), settings.here(), System.getenv()), Optional.of(settings), interactive);
    }

    private App(Console console, Place place, Optional<Settings> given, boolean interactive) {
        this.console = console;
        this.place = place;
        this.given = given;
        this.interactive = interactive;
    }

    public Console console() {
        return console;
    }

    /** Whether this is the shell, which outlives the command. */
    public boolean isInteractive() {
        return interactive;
    }

    /** The settings in effect. @throws dev.musterpoint.drills.codec.DrillFileException when a file of them is broken */
    public Settings settings() {
        return Settings.of(configuration());
    }

    /** The configuration in effect. @throws dev.musterpoint.drills.codec.DrillFileException when a file of it is broken */
    public Configuration configuration() {
        if (configuration == null) {
            configure(new GlobalOptions());
        }
        return configuration;
    }

    /** Puts {@code options} before what is configured; they count until the next call. */
    void configure(GlobalOptions options) {
        if (base == null) {
            base = load(Optional.empty());
        }
        configuration = options.over(options.config == null ? base : load(Optional.of(options.config)));
    }

    private Configuration load(Optional<Path> file) {
        Configuration loaded = Configuration.load(place, file);
        return given.map(settings -> loaded.with(Key.RUNS, settings.runs().toString(), "given")
                        .with(Key.STATE, settings.state().toString(), "given"))
                .orElse(loaded);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public FileLibrary drills() {
        return new FileLibrary(settings(), FileKind.DRILL);
    }

    public FileLibrary runbooks() {
        return new FileLibrary(settings(), FileKind.RUNBOOK);
    }

    DrillService drillService() {
        return new DrillService(
                settings(), catalogue, new SystemRunClock(), name -> Optional.ofNullable(System.getenv(name)));
    }

    RunService runService() {
        return new RunService(settings(), catalogue);
    }

    public RunStore runs() {
        return new RunStore(settings().runs());
    }

    KeptSandboxes sandboxes() {
        return new KeptSandboxes(settings(), catalogue);
    }

    HaltLever halt() {
        return new HaltLever(settings().runs());
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
                    "there is no run '" + id + "' in " + settings().runs() + "; 'muster run list' shows them");
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
