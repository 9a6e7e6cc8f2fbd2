package dev.musterpoint.bench.mishap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The processes of this machine, read from /proc with no help from the product. */
final class Processes {
    private static final Path PROC = Path.of("/proc");

    private Processes() {}

    /** The state letter of a process; blank when there is none. */
    static char state(long pid) {
        String stat = text(PROC.resolve(Long.toString(pid)).resolve("stat"));
        int afterName = stat.lastIndexOf(')');
        return afterName < 0 ? ' ' : stat.charAt(afterName + 2);
    }

    /** Those whose working directory is {@code folder} or below. */
    static List<Long> workingIn(Path folder) throws IOException {
        return find(process -> workingDirectory(process).startsWith(folder.toString()));
    }

    /** Those whose environment or working directory holds {@code word}. */
    static List<Long> bearing(String word) throws IOException {
        return find(process -> text(process.resolve("environ")).contains(word)
                || workingDirectory(process).contains(word));
    }

    /** The watchdogs that a runner has started. */
    static List<ProcessHandle> watchdogsOf(ProcessHandle runner) {
        return runner.children()
                .filter(child -> text(PROC.resolve(Long.toString(child.pid())).resolve("cmdline"))
                        .contains("WatchdogMain"))
                .toList();
    }

    private static List<Long> find(Predicate<Path> wanted) throws IOException {
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (wanted.test(process)) {
                    found.add(Long.valueOf(process.getFileName().toString()));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    private static String workingDirectory(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
