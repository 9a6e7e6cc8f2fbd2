package dev.musterpoint.shell.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small JVM of the same installation in a session of its own, deaf to Ctrl-C and a lost terminal: it outlives this one. */
public final class DetachedJvm {
    private final Path home;
    private final Class<?> main;
    private final String heap;

    /**
     * @param home the installation
     * @param main what it runs
     * @param heap the most memory for objects, such as {@code 64m}
     */
    public DetachedJvm(Path home, Class<?> main, String heap) {
        this.home = home;
        this.main = main;
        this.heap = heap;
    }

    /** Starts it, with nothing to read. Its standard output is there to be read, with {@link #firstLine}. */
    public Process start(Redirect errors, List<String> arguments) {
        return start(Redirect.from(Path.of("/dev/null").toFile()), errors, arguments);
    }

    /** As {@link #start(Redirect, List)}. @param input what it reads */
    Process start(Redirect input, Redirect errors, List<String> arguments) {
        try {
            return new ProcessBuilder(command(arguments))
                    .redirectInput(input)
                    .redirectError(errors)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + main.getSimpleName(), e);
        }
    }

    /** What the process says first; null when it ended without a word. */
    public static String firstLine(Process process) {
        try {
            return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hear from process " + process.pid(), e);
        }
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(ownSession());
        // The shell only makes the process deaf to INT and HUP; the JVM leaves ignored signals ignored.
        command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "muster-" + main.getSimpleName()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xmx" + heap, "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        // The JVM's own remarks (an archive of another build, say) would stand before the one word we wait for.
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=off"));
        String archive = System.getProperty("muster.archive", "");
        if (!archive.isEmpty()) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(List.of("-Dmuster.home=" + home, "-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** A session of its own, by what the system has for it. */
    private static List<String> ownSession() {
        for (String setsid : List.of("/usr/bin/setsid", "/bin/setsid")) {
            if (Files.isExecutable(Path.of(setsid))) {
                return List.of(setsid);
            }
        }
        if (Files.isExecutable(Path.of("/usr/bin/perl"))) {
            return List.of("/usr/bin/perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV");
        }
        throw new IllegalStateException(
                "a process of a session of its own is needed, and neither setsid nor perl is here; install util-linux");
    }
}
