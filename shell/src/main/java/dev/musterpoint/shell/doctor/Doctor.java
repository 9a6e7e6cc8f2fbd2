package dev.musterpoint.shell.doctor;

import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.shell.run.RecoverService;
import dev.musterpoint.shell.run.Settings;
import dev.musterpoint.shell.sandbox.KeptSandboxes;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** All checks. */
public final class Doctor {
    private final Settings settings;
    private final Catalogue catalogue;
    private final boolean terminal;

    /** @param terminal whether a person watches */
    public Doctor(Settings settings, Catalogue catalogue, boolean terminal) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.terminal = terminal;
    }

    public List<Check> checks() {
        return List.of(
                Machine.java(Runtime.version().feature()),
                Machine.processes(Path.of("/proc"), Path.of("/bin/ps")),
                Machine.sessions(List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"), Path.of("/usr/bin/perl"))),
                Machine.postgres(),
                Machine.clock(new SystemRunClock().identity()),
                Machine.terminal(terminal),
                Storage.writable("runs", settings.runs()),
                Storage.space("disk of runs", settings.runs()),
                Storage.space("disk of sandboxes", Path.of(System.getProperty("java.io.tmpdir"))),
                unfinished(),
                sandboxes());
    }

    private Check unfinished() {
        List<RunDirectory> due = new RecoverService(new RunStore(settings.runs()), catalogue).due();
        return due.isEmpty()
                ? Check.ok("earlier runs", "none was cut short or left something behind")
                : Check.failed(
                        "earlier runs",
                        due.stream().map(RunDirectory::runId).collect(Collectors.joining(", "))
                                + " may have left something behind",
                        "muster recover");
    }

    private Check sandboxes() {
        KeptSandboxes sandboxes = new KeptSandboxes(settings, catalogue);
        List<String> dead = sandboxes.list().stream()
                .filter(each -> !sandboxes.isKept(each))
                .map(RunDirectory::runId)
                .toList();
        return dead.isEmpty()
                ? Check.ok("sandboxes", sandboxes.list().size() + " kept up")
                : Check.failed(
                        "sandboxes",
                        "nobody keeps " + String.join(", ", dead) + " any more",
                        "muster sandbox down " + dead.get(0));
    }
}
