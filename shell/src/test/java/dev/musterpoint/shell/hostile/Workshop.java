package dev.musterpoint.shell.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.codec.DrillFileException;
import dev.musterpoint.drills.codec.FileKind;
import dev.musterpoint.drills.codec.Problem;
import dev.musterpoint.drills.planning.PlanRefusedException;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.shell.hostile.HostileFiles.Made;
import dev.musterpoint.shell.run.DrillService;
import dev.musterpoint.shell.run.Settings;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of drills beside one that no drill may read, with links, a pipe and a device that would lead there. */
final class Workshop {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path SHIPPED = HOME.resolve("catalog/quickstart");
    private static final String DRILL = "mutant.yaml";
    private static final String RUNBOOK = "every-step.yaml";
    private static final String POLICY = "policy.yaml";

    private final Path folder;
    private final Path outside;
    private final Map<FileKind, List<String>> originals;
    private final DrillService service;

    private Workshop(Path root, int port) throws IOException {
        folder = Files.createDirectory(root.resolve("drills"));
        outside = Files.createDirectory(root.resolve("outside"));
        String everything = original("everything.yaml", port);
        originals = Map.of(
                FileKind.DRILL,
                List.of(
                        everything,
                        everything.replace("{ member: primary }", "{ pidFile: " + outside + "/decoy }"),
                        Files.readString(SHIPPED.resolve("quickstart.yaml")),
                        Files.readString(SHIPPED.resolve("plant-loss.yaml"))),
                FileKind.RUNBOOK,
                List.of(original(RUNBOOK, port), Files.readString(SHIPPED.resolve("promote-standby.yaml"))),
                FileKind.POLICY,
                List.of(original("policy.yaml", port)));
        service = new DrillService(
                new Settings(HOME, folder, root.resolve("runs"), root.resolve("state")),
                Catalogue.load(),
                () -> Instant.parse("2026-11-18T12:00:00Z"),
                name -> Optional.empty());
    }

    static Workshop in(Path root, int port) throws IOException, InterruptedException {
        Workshop workshop = new Workshop(root, port);
        workshop.furnish();
        return workshop;
    }

    private void furnish() throws IOException, InterruptedException {
        Files.writeString(outside.resolve("decoy"), ProcessHandle.current().pid() + "\n");
        Files.writeString(
                outside.resolve("runbook.yaml"), originals.get(FileKind.RUNBOOK).get(0));
        assertThat(new ProcessBuilder("mkfifo", outside.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        link("escape", outside.resolve("runbook.yaml"));
        link("pipe", outside.resolve("pipe"));
        link("zero", Path.of("/dev/zero"));
        link("loop", folder.resolve("loop.yaml"));
        Files.createDirectory(folder.resolve("folder.yaml"));
        Files.writeString(
                folder.resolve("everything.yaml"), originals.get(FileKind.DRILL).get(0));
        for (Made made : List.of(good(FileKind.DRILL), good(FileKind.RUNBOOK), good(FileKind.POLICY))) {
            Files.write(file(made.kind()), made.bytes());
        }
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(folder.resolve(name + ".yaml"), target);
    }

    /** Takes away the links that lead far out, of which whoever clears temporary folders would warn. */
    void unlink() throws IOException {
        Files.delete(folder.resolve("zero.yaml"));
    }

    private String original(String name, int port) {
        try (InputStream in = Workshop.class.getResourceAsStream("/hostile/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("PORT", Integer.toString(port))
                    .replace("OUTSIDE", outside.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    HostileFiles files() {
        return new HostileFiles(originals, HostileValues.with(outside));
    }

    /** What comes of a file in its place among good ones: {@code planned}, {@code problems} or {@code refused}. */
    String outcome(Made made) throws IOException {
        Files.write(file(made.kind()), made.bytes());
        try {
            return outcome(folder.resolve(made.kind() == FileKind.DRILL ? DRILL : "everything.yaml"));
        } finally {
            Files.write(file(made.kind()), good(made.kind()).bytes());
        }
    }

    /** What comes of one drill. */
    String outcome(Path drill) {
        try {
            service.notNow(service.prepare(drill, Map.of()).plan());
            return "planned";
        } catch (DrillFileException broken) {
            assertThat(broken.problems()).isNotEmpty().allMatch(Workshop::isPlaced);
            return "problems";
        } catch (PlanRefusedException refused) {
            assertThat(refused.refusals()).isNotEmpty();
            return "refused";
        }
    }

    /** A problem has a line and a column, or is one of the file as a whole; and it is one line of text. */
    private static boolean isPlaced(Problem problem) {
        return problem.line() > 0 == problem.column() > 0
                && problem.toString().startsWith(problem.file() + ":")
                && problem.toString().chars().noneMatch(Character::isISOControl);
    }

    private Path file(FileKind kind) {
        return folder.resolve(
                switch (kind) {
                    case DRILL -> DRILL;
                    case RUNBOOK -> RUNBOOK;
                    default -> POLICY;
                });
    }

    private Made good(FileKind kind) {
        return new Made(kind, originals.get(kind).get(0).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a file is the drills' own, or the product's: its classes, its catalogue, its Java. */
    boolean mayBeRead(Path file) {
        return Stream.concat(
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(Path::of),
                        Stream.of(folder, HOME.resolve("catalog"), Path.of(System.getProperty("java.home"))))
                .anyMatch(place -> file.startsWith(place) || file.startsWith(real(place)));
    }

    private static Path real(Path place) {
        try {
            return Files.exists(place) ? place.toRealPath() : place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file there is, with what kind it is and when it was changed, but those that each case writes itself. */
    Map<Path, String> tree() throws IOException {
        try (Stream<Path> all = Files.walk(folder.getParent())) {
            return all.filter(file -> Stream.of(FileKind.DRILL, FileKind.RUNBOOK, FileKind.POLICY)
                            .map(this::file)
                            .noneMatch(file::equals))
                    .collect(Collectors.toMap(file -> file, Workshop::state, (a, b) -> a, TreeMap::new));
        }
    }

    private static String state(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
