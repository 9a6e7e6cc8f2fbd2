package dev.musterpoint.bench.cli;

import dev.musterpoint.bench.service.JavaCommand;
import dev.musterpoint.shell.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The class archive of this build, which the launcher makes for users: without one, tests that start it cost the processor a
 * quarter more. The first JVM that asks has it made while the tests go on; until then, and where this build has no jars yet,
 * there is none.
 */
final class ClassArchive {
    private static final Path FOLDER = Path.of("target").toAbsolutePath();
    private static final Path FILE = FOLDER.resolve("muster.jsa");

    /** Held as long as this JVM lives. */
    private static FileLock maker;

    static {
        if (Files.isRegularFile(source())) {
            makeUnlessMade();
        }
    }

    private ClassArchive() {}

    /** Of a JVM, and of those that it starts itself. */
    static List<String> options() {
        return Files.exists(FILE)
                // An archive that does not hold is left aside, without a word.
                ? List.of("-XX:SharedArchiveFile=" + FILE, "-Dmuster.archive=" + FILE, "-Xlog:disable", "-Xlog:all=off")
                : List.of();
    }

    private static Path source() {
        return Path.of(Training.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    /** One of the JVMs that run tests at once does, and holds the lock until its end. */
    private static void makeUnlessMade() {
        try {
            maker = FileChannel.open(
                            FOLDER.resolve("muster.jsa.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (maker != null && !isOfThisBuild()) {
                make();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfThisBuild() throws IOException {
        return Files.exists(FILE) && Files.getLastModifiedTime(FILE).compareTo(Files.getLastModifiedTime(source())) > 0;
    }

    private static void make() throws IOException {
        Files.deleteIfExists(FILE);
        Path made = FOLDER.resolve("muster.jsa.part");
        Process training = new ProcessBuilder(JavaCommand.ofJars(
                        List.of(
                                "-XX:ArchiveClassesAtExit=" + made,
                                "-XX:ErrorFile=" + FOLDER.resolve("archive-error.log"),
                                "-Dmuster.home="
                                        + Path.of("..").toAbsolutePath().normalize()),
                        Training.class))
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("archive.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(training::destroy));
        training.onExit().thenAccept(ended -> publish(ended, made));
    }

    private static void publish(Process ended, Path made) {
        try {
            if (ended.exitValue() == 0 && Files.exists(made)) {
                Files.move(made, FILE, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
