package dev.musterpoint.drills.journal;

import dev.musterpoint.drills.plan.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the tests let another JVM do with a lock or a log. It says when it is ready and ends when its input does. */
public final class OtherProcess {
    private OtherProcess() {}

    /** Starts {@code what} with {@code arguments} in a JVM of its own. */
    static Process start(String what, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                what));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "hold" -> hold(Path.of(arguments[1]));
            case "claim" -> claim(Path.of(arguments[1]), arguments[2]);
            case "log" -> log(Path.of(arguments[1]), arguments[2], Integer.parseInt(arguments[3]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void hold(Path file) throws IOException {
        try (RunLock lock = RunLock.acquire(file)) {
            Files.writeString(file.resolveSibling("held"), lock.toString());
            while (System.in.read() >= 0) {
                // Held until the parent closes our input, or kills us.
            }
        }
    }

    /** Holds the target of that name as a run of that name. */
    private static void claim(Path runs, String target) throws IOException {
        Claim claim = new Claim(Claim.Kind.TARGET, target, target);
        try (ClaimLocks locks = new ClaimLocks(runs, Holder.here(new RunDirectory(runs.resolve("other-run"))))) {
            Files.writeString(runs.resolve("held"), locks.take(List.of(claim)).orElse("taken"));
            while (System.in.read() >= 0) {
                // Held until the parent closes our input, or kills us.
            }
        }
    }

    private static void log(Path directory, String who, int entries) {
        ProgrammeLog log = new ProgrammeLog(directory);
        RunDirectory run = new RunDirectory(directory.resolve(who));
        for (int i = 0; i < entries; i++) {
            log.created(run, who, "plan", Instant.EPOCH.plusSeconds(i));
        }
    }
}
