package dev.musterpoint.runbooks;

import dev.musterpoint.drills.codec.DrillFileException;
import dev.musterpoint.drills.codec.Problem;
import dev.musterpoint.drills.codec.RunbookReader;
import dev.musterpoint.drills.codec.SourceFile;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spi.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds runbooks by name: beside the drill that names them, then among those that come with Musterpoint. */
public final class RunbookLibrary {
    /** A name is never a path: a drill reaches no file outside its own folder and the catalogue. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

    private static final int CATALOGUE_DEPTH = 3;

    private final RunbookReader reader;
    private final Path catalogueFolder;

    /**
     * @param environment     looks up a variable of the environment
     * @param catalogueFolder the drills and runbooks that come with Musterpoint; it may be missing
     */
    public RunbookLibrary(Catalogue catalogue, Function<String, Optional<String>> environment, Path catalogueFolder) {
        this.reader = new RunbookReader(catalogue, environment);
        this.catalogueFolder = Objects.requireNonNull(catalogueFolder);
    }

    /**
     * Reads the runbook {@code name}, from the file {@code NAME.yaml}.
     *
     * @param folder    the drill's folder
     * @param variables the values given for this run
     * @throws DrillFileException when there is no such runbook, or with every problem of its file
     */
    public Runbook find(String name, Path folder, Map<String, String> variables) {
        return reader.read(SourceFile.read(file(name, folder)), variables);
    }

    /** As {@link #find(String, Path, Map)}, for one drill, whose {@code setup} publishes what the steps may use. */
    public Runbook find(String name, Path folder, Map<String, String> variables, List<RunbookStep> setup) {
        return reader.read(SourceFile.read(file(name, folder)), variables, setup);
    }

    private Path file(String name, Path folder) {
        if (!NAME.matcher(name).matches()) {
            throw problem(
                    folder.toString(),
                    "'" + name + "' is no name of a runbook: use small letters, digits and '-', and no path");
        }
        String file = name + ".yaml";
        return Optional.of(folder.resolve(file))
                .filter(Files::isRegularFile)
                .map(path -> within(folder, path))
                .or(() -> inCatalogue(file))
                .orElseThrow(() -> problem(
                        file,
                        "there is no runbook '" + name + "', neither in " + folder + " nor in " + catalogueFolder
                                + "; put its file beside the drill's"));
    }

    /** A link beside the drill may lead to another file there, as mounted configuration does, and not out of the folder. */
    private static Path within(Path folder, Path file) {
        try {
            if (file.toRealPath().startsWith(folder.toRealPath())) {
                return file;
            }
        } catch (IOException e) {
            throw problem(file.toString(), "it cannot be told where the file is: " + e.getMessage());
        }
        throw problem(
                file.toString(), "this is a link to a file outside the drill's folder; put the runbook itself here");
    }

    private Optional<Path> inCatalogue(String file) {
        if (!Files.isDirectory(catalogueFolder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(catalogueFolder, CATALOGUE_DEPTH)) {
            return files.filter(path -> path.endsWith(file) && Files.isRegularFile(path))
                    .sorted()
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            throw problem(catalogueFolder.toString(), "the folder cannot be listed: " + e.getMessage());
        }
    }

    private static DrillFileException problem(String file, String message) {
        return new DrillFileException(List.of(new Problem(file, 0, 0, message)));
    }
}
