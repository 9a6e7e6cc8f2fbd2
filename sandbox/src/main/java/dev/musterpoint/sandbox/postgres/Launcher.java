package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.sandbox.kind.SandboxException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts a sandbox's programs under the sandbox's owner mark, in a session of their own (Ctrl-C at the terminal is meant
 * for the runner, not for its servers). PostgreSQL refuses to run as root, so root runs it inside a user namespace, where
 * it is nobody: {@code unshare} then executes the program itself, so the process id stays the one we started.
 */
public final class Launcher {
    /** The environment variable by which everything that the sandbox started can be found. */
    static final String OWNER = "MUSTERPOINT_OWNER";

    private static final long PROGRAM_SECONDS = 60;

    private final String mark;
    private final List<String> prefix;

    /** @param mark what its programs bear, and are found by */
    public Launcher(String mark) throws IOException, SandboxException {
        this.mark = mark;
        this.prefix = prefix();
    }

    private static List<String> prefix() throws IOException, SandboxException {
        if (!isRoot()) {
            return List.of("setsid");
        }
        if (!works("unshare", "-U", "true")) {
            throw new SandboxException(
                    "PostgreSQL does not run as root, and this machine does not let root run it in a user"
                            + " namespace ('unshare -U true' failed). Either start muster as an ordinary user, or allow user"
                            + " namespaces (install util-linux; sysctl user.max_user_namespaces above 0; in a container, a"
                            + " seccomp profile that permits unshare)");
        }
        return List.of("setsid", "unshare", "-U");
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Starts a program that stays; its output is appended to {@code log}. */
    public Process start(Path program, List<String> arguments, Path log) throws SandboxException {
        return launch(program, arguments, new File("/dev/null"), log);
    }

    /** Runs a program to its end. @throws SandboxException with the end of its output when it fails */
    void run(Path program, List<String> arguments, File input, Path log) throws SandboxException {
        Process process = launch(program, arguments, input, log);
        try {
            if (!process.waitFor(PROGRAM_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new SandboxException(
                        program.getFileName() + " did not end within " + PROGRAM_SECONDS + " s; see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while " + program.getFileName() + " was running", e);
        }
        if (process.exitValue() != 0) {
            throw new SandboxException(program.getFileName() + " failed: " + ServerLog.tail(log));
        }
    }

    private Process launch(Path program, List<String> arguments, File input, Path log) throws SandboxException {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put(OWNER, mark);
        builder.redirectInput(input);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new SandboxException(
                    "could not start " + program + ": " + e.getMessage() + " (setsid and unshare come with util-linux)",
                    e);
        }
    }
}
