package dev.musterpoint.shell.sandbox;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunLock;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.shell.run.DetachedJvm;
import dev.musterpoint.shell.run.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The sandboxes that a person keeps up: begins, lists and ends them. */
public final class KeptSandboxes {
    /** The system type that sandboxes are of. */
    public static final String TYPE = "sandbox";

    private static final int MOST = 1000;
    private static final int PATIENCE_SECONDS = 30;

    private final Settings settings;
    private final Catalogue catalogue;
    private final Path root;

    public KeptSandboxes(Settings settings, Catalogue catalogue) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.root = settings.state().resolve("sandboxes");
    }

    /** A sandbox could not be started. The message says why. */
    public static final class NotStarted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotStarted(String message) {
            super(message);
        }
    }

    /** What the parameters of a sandbox are. */
    public List<Parameter> parameters() {
        return info().parameters();
    }

    /** The names of the sandboxes there are. */
    public List<String> names() {
        return info().parameters().stream()
                .filter(parameter -> parameter.name().equals("name"))
                .findFirst()
                .map(Parameter::choices)
                .orElse(List.of());
    }

    private TypeInfo info() {
        return catalogue.systems().info(TYPE).orElseThrow();
    }

    /**
     * Starts a sandbox that stays up when this process ends.
     *
     * @param parameters the system's parameters besides its name
     * @throws NotStarted when it did not come up; what was begun is removed
     */
    public KeptSandbox up(String name, Map<String, String> parameters) {
        RunDirectory directory = create(name);
        List<String> arguments = new ArrayList<>(List.of(directory.path().toString(), "name=" + name));
        parameters.forEach((parameter, value) -> arguments.add(parameter + "=" + value));
        Path log = directory.path().resolve("keeper.log");
        Process keeper = new DetachedJvm(settings.home(), SandboxKeeper.class, "256m")
                .start(Redirect.appendTo(log.toFile()), arguments);
        String word = DetachedJvm.firstLine(keeper);
        if (!SandboxKeeper.READY.equals(word)) {
            throw new NotStarted(
                    "the sandbox did not come up: " + (word == null ? "its keeper ended; see " + log : word));
        }
        return KeptSandbox.read(directory).orElseThrow();
    }

    private RunDirectory create(String name) {
        try {
            Files.createDirectories(root, PosixFilePermissions.asFileAttribute(ownerOnly()));
            for (int i = 1; i < MOST; i++) {
                Path path = root.resolve(name + "-" + i);
                try {
                    Files.createDirectory(path, PosixFilePermissions.asFileAttribute(ownerOnly()));
                    return new RunDirectory(path);
                } catch (FileAlreadyExistsException e) {
                    // Taken by another sandbox; the next number is tried.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write down a sandbox in " + root, e);
        }
        throw new NotStarted("there are " + MOST + " sandboxes already; 'muster sandbox down' ends some");
    }

    private static Set<PosixFilePermission> ownerOnly() {
        return PosixFilePermissions.fromString("rwx------");
    }

    /** All sandboxes, also those whose keeper is gone. */
    public List<RunDirectory> list() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory)
                    .sorted()
                    .map(RunDirectory::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root, e);
        }
    }

    /** What is written down of a sandbox; empty while its keeper has not begun. */
    public Optional<KeptSandbox> read(RunDirectory directory) {
        return KeptSandbox.read(directory);
    }

    /** Whether somebody keeps it. One that nobody keeps is being removed, or waits for {@link #down}. */
    public boolean isKept(RunDirectory directory) {
        boolean alive = KeptSandbox.read(directory)
                .map(kept -> kept.keeper().find().isPresent())
                .orElse(true);
        return alive && Files.exists(directory.path()) && RunLock.isHeld(directory.lock());
    }

    /** Ends a sandbox and waits until it is gone. @return what is left of it */
    public CleanUp down(RunDirectory directory) throws InterruptedException {
        Optional<KeptSandbox> kept = KeptSandbox.read(directory);
        end(kept.flatMap(known -> known.keeper().find()), ProcessHandle::destroy);
        end(kept.flatMap(known -> known.guardian().find()), guardian -> {});
        if (!Files.exists(directory.path())) {
            return CleanUp.CLEAN;
        }
        // Its guardian is gone too, or did not succeed.
        Optional<RunLock> lock = RunLock.tryAcquire(directory.lock());
        return lock.isPresent()
                ? new SandboxRemoval(catalogue, "sandbox down").remove(directory, lock.get())
                : CleanUp.UNKNOWN;
    }

    private static void end(Optional<ProcessHandle> process, Consumer<ProcessHandle> how) throws InterruptedException {
        if (process.isPresent()) {
            how.accept(process.get());
            try {
                process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                // What it left, if anything, is looked at next.
            }
        }
    }
}
