package dev.musterpoint.drills.journal;

import dev.musterpoint.drills.spec.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who holds a claim: a run, the process that carries it out, and the machine that runs on. */
public record Holder(String runId, long pid, String host) {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    public Holder {
        Checks.text(runId, "runId");
        Checks.text(host, "host");
    }

    /** This process, for {@code run}. No name service is asked: the name is for people. */
    public static Holder here(RunDirectory run) {
        return new Holder(run.runId(), ProcessHandle.current().pid(), hostName());
    }

    private static String hostName() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException e) {
            return System.getenv().getOrDefault("HOSTNAME", "this machine");
        }
    }

    @Override
    public String toString() {
        return "run " + runId + " (pid " + pid + " on " + host + ")";
    }
}
