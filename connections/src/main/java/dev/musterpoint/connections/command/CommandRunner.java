package dev.musterpoint.connections.command;

import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs commands. What they started ends with them when they are cut short. Thread-safe. */
public final class CommandRunner {
    /** What is kept of what a program prints; the rest is read and thrown away, so that it does not wait for us. */
    private static final int MOST_KEPT = 16 * 1024;
    /** How long to wait for output once a program has ended: something that it left running may hold it open. */
    private static final long DRAINING_MILLIS = 500;

    private static final ProcessBuilder.Redirect NOTHING =
            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile());

    private final Path folder;
    private final Map<String, String> environment;
    private final Redactor redactor;

    /** @param folder the working directory of all commands */
    public CommandRunner(Path folder, Redactor redactor) {
        this(folder, redactor, System.getenv());
    }

    CommandRunner(Path folder, Redactor redactor, Map<String, String> environment) {
        this.folder = folder;
        this.redactor = redactor;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Runs a command to its end.
     *
     * @throws IOException           when it cannot be started
     * @throws TimeoutException      when it took too long, and was ended
     * @throws CancellationException when it was no longer wanted, and was ended
     */
    public CommandResult run(Command command, Cancellation cancellation)
            throws IOException, InterruptedException, TimeoutException {
        cancellation.throwIfCancelled();
        Process process = start(command, command.run(), NOTHING);
        return await(command, process, cancellation, () -> {});
    }

    /**
     * As {@link #run(Command, Cancellation)}, but the program begins only when {@code before} has returned, and never when
     * this process dies until then: so nothing acts that was not written down.
     *
     * @param before is told of the process that will become the program
     */
    public CommandResult runAfter(Consumer<ProcessHandle> before, Command command, Cancellation cancellation)
            throws IOException, InterruptedException, TimeoutException {
        cancellation.throwIfCancelled();
        Path program = Path.of(command.program());
        if (!Files.isExecutable(program) || Files.isDirectory(program)) {
            throw new IOException(command.program() + " cannot be run in " + folder + ": it is no program");
        }
        Process process = start(command, Gate.before(command, environment), ProcessBuilder.Redirect.PIPE);
        return await(command, process, cancellation, () -> {
            before.accept(process.toHandle());
            open(process, cancellation);
        });
    }

    private static void open(Process gate, Cancellation cancellation) throws IOException {
        try {
            Gate.open(gate);
        } catch (IOException e) {
            // Whoever no longer wants it has ended the gate already.
            cancellation.throwIfCancelled();
            throw e;
        }
    }

    private CommandResult await(Command command, Process process, Cancellation cancellation, Beginning beginning)
            throws IOException, InterruptedException, TimeoutException {
        try {
            cancellation.onCancel(() -> end(process.toHandle()));
            beginning.begin();
            CompletableFuture<byte[]> printed = reading(process.getInputStream());
            CompletableFuture<byte[]> errors = reading(process.getErrorStream());
            if (!process.waitFor(command.timeout().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException(
                        command.program() + " was not done after " + Durations.format(command.timeout()));
            }
            cancellation.throwIfCancelled();
            String out = text(printed);
            return new CommandResult(process.exitValue(), redactor.redact(out + text(errors)), out);
        } finally {
            end(process.toHandle());
        }
    }

    private static CompletableFuture<byte[]> reading(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> read(stream), work -> {
            Thread thread = new Thread(work, "muster-output");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private Process start(Command command, List<String> words, ProcessBuilder.Redirect input) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectInput(input);
        builder.environment().clear();
        builder.environment().putAll(command.resolved(environment, redactor));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException(
                    command.program() + " cannot be run in " + folder + ": " + redactor.redact(e.getMessage()), e);
        }
    }

    /** Ends a program that is still running, with all that it started. */
    public static void end(ProcessHandle process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String text(CompletableFuture<byte[]> output) throws InterruptedException {
        byte[] bytes;
        try {
            bytes = output.get(DRAINING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return "(what it printed could not be read to its end)";
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] read(InputStream in) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                kept.write(buffer, 0, Math.min(n, MOST_KEPT - kept.size()));
            }
        } catch (IOException closed) {
            // The program was ended; what it printed until then is what there is.
        }
        return kept.toByteArray();
    }

    @FunctionalInterface
    private interface Beginning {
        void begin() throws IOException;
    }
}
