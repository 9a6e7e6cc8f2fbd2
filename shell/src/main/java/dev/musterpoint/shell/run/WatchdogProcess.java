package dev.musterpoint.shell.run;

import dev.musterpoint.drills.engine.Guard;
import dev.musterpoint.drills.journal.RunDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the watchdog: a small JVM in a session of its own, deaf to Ctrl-C and a lost terminal, that outlives this
 * process.
 */
public final class WatchdogProcess implements Guard {
    private static final long GONE_WITHIN_SECONDS = 5;

    private final RunDirectory run;
    private final Path home;
    private Process process;

    public WatchdogProcess(RunDirectory run, Path home) {
        this.run = run;
        this.home = home;
    }

    /** Starts the process without waiting for it to be ready. */
    public WatchdogProcess launch() {
        try {
            process = new ProcessBuilder(command())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the watchdog", e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(ownSession());
        // The shell only makes the process deaf to INT and HUP; the JVM leaves ignored signals ignored.
        command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "muster-watchdog"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        // The JVM's own remarks (an archive of another build, say) would stand before the one word we wait for.
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=off"));
        String archive = System.getProperty("muster.archive", "");
        if (!archive.isEmpty()) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(List.of("-Dmuster.home=" + home, "-cp", System.getProperty("java.class.path")));
        command.add(WatchdogMain.class.getName());
        command.add(run.path().toString());
        command.add(Long.toString(ProcessHandle.current().pid()));
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
                "the watchdog needs a session of its own, and neither setsid nor perl is here; install util-linux");
    }

    @Override
    public long start() {
        if (process == null) {
            launch();
        }
        try {
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            if (!WatchdogMain.READY.equals(line)) {
                throw new IllegalStateException("the watchdog did not come up (it said: " + line
                        + "); nothing is changed without it. Run with --debug to see why");
            }
            return process.pid();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hear from the watchdog", e);
        }
    }

    @Override
    public void close() {
        try {
            if (process != null) {
                process.waitFor(GONE_WITHIN_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
