package dev.musterpoint.bench.mishap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What one drill is let loose on: a folder with the drill and its programs, a front that answers requests, and a small tree
 * of processes. Knows by its own eyes whether a fault is in it.
 */
final class World implements AutoCloseable {
    private static final Path DRILLS = Path.of("src", "test", "resources", "drills");
    private static final String BROKEN = "broken-file";
    private static final String STAND_IN = "stand-in";
    private static final AtomicLong MADE = new AtomicLong();

    private final Path folder;
    private final Front front;
    private final Path targets;
    private final Process target;

    World(Path parent) throws IOException {
        folder = Files.createDirectory(parent.resolve("world"));
        program("break", "/bin/sleep 0.1; : > " + BROKEN + "; /bin/sleep 0.1");
        program("mend", "/bin/rm -f " + BROKEN);
        program("replace", ": > " + STAND_IN);
        program("broken", "test -e " + BROKEN);
        program("whole", "test ! -e " + BROKEN);
        targets = Files.createDirectory(parent.resolve("targets"));
        target = new ProcessBuilder("/bin/sh", "-c", "/bin/sleep 600 & /bin/sleep 600 & wait")
                .directory(targets.toFile())
                .start();
        front = new Front(this::isWell);
        policy();
    }

    /** What is behind the front: a process of the tree, or what stands in for it. */
    private boolean isWell() {
        boolean runs = target.isAlive() && Processes.state(target.pid()) != 'T';
        return Files.notExists(folder.resolve(BROKEN)) && (runs || Files.exists(folder.resolve(STAND_IN)));
    }

    /** @param values what stands in the place of {@code ${NAME}} */
    private Path copy(String drill, Map<String, String> values) throws IOException {
        String text = Files.readString(DRILLS.resolve(drill));
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return Files.writeString(folder.resolve(Path.of(drill).getFileName()), text);
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void policy() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "apiVersion: musterpoint.dev/v1alpha1",
                "kind: Policy",
                "metadata: { name: kills, title: What the kill matrix may touch }",
                "spec:",
                "  outsideSandbox: { systems: [postgres], targets: [\"*\"] }",
                "  hosts: [\"127.0.0.1\"]",
                "  commands:"));
        Stream.of("break", "mend", "replace", "broken", "whole")
                .forEach(name -> lines.add("    - \"" + folder.resolve(name) + "\""));
        Files.write(folder.resolve("policy.yaml"), lines);
    }

    /**
     * The drill {@code file} of the resources, in this world's folder, with the runbook that mends it. It has a name of its
     * own, which tells its runs from those of others in the same second.
     *
     * @param more what stands for names that are not this world's
     */
    Path drill(String file, Map<String, String> more) throws IOException {
        Map<String, String> values = new LinkedHashMap<>(more);
        values.put("PORT", Integer.toString(front.port()));
        values.put("FOLDER", folder.toString());
        values.put("PID", Long.toString(target.pid()));
        copy("mishap/mend.yaml", values);
        Path drill = copy(file, values);
        String text = Files.readString(drill);
        return Files.writeString(drill, text.replaceFirst("(name: [a-z-]+)", "$1-" + MADE.incrementAndGet()));
    }

    Path folder() {
        return folder;
    }

    /** Stops the tree, as a fault does that was not undone. */
    void stop() throws IOException, InterruptedException {
        for (long pid : Processes.workingIn(targets)) {
            new ProcessBuilder("/bin/sh", "-c", "kill -s STOP \"$0\"", Long.toString(pid))
                    .start()
                    .waitFor();
        }
    }

    /** What of a fault is here, in words; empty when nothing is. */
    List<String> left() throws IOException {
        List<String> left = new ArrayList<>();
        if (front.isBroken()) {
            left.add("the request's fault stands");
        }
        if (Files.exists(folder.resolve(BROKEN))) {
            left.add("the program's fault stands");
        }
        Processes.workingIn(targets).stream()
                .filter(pid -> Processes.state(pid) == 'T')
                .forEach(pid -> left.add("process " + pid + " of the target is stopped"));
        Processes.workingIn(folder).forEach(pid -> left.add("process " + pid + " is at work in the drill's folder"));
        return left;
    }

    @Override
    public void close() throws IOException {
        front.close();
        for (long pid : Processes.workingIn(targets)) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
