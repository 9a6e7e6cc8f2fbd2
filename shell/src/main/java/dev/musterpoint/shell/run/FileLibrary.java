package dev.musterpoint.shell.run;

import dev.musterpoint.drills.codec.DrillFileException;
import dev.musterpoint.drills.codec.FileKind;
import dev.musterpoint.drills.codec.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds drills or runbooks: those of the directory one works in, then those that come with Musterpoint. */
public final class FileLibrary {
    private static final int DEPTH = 3;

    private final Settings settings;
    private final FileKind kind;

    public FileLibrary(Settings settings, FileKind kind) {
        this.settings = settings;
        this.kind = kind;
    }

    /** One file. {@code problem} is empty unless the file could not be read. */
    public record Entry(Path file, String name, String title, String from, String problem) {}

    /** All that can be called by name; of two with one name, the first counts. */
    public List<Entry> list() {
        List<Entry> found = new ArrayList<>();
        collect(settings.here(), 1, "here", found);
        collect(settings.catalogue(), DEPTH, "catalogue", found);
        return List.copyOf(found);
    }

    private void collect(Path directory, int depth, String from, List<Entry> found) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory, depth)) {
            files.filter(FileLibrary::isYaml).sorted().forEach(file -> peek(file, from)
                    .ifPresent(found::add));
        } catch (IOException | UncheckedIOException e) {
            found.add(new Entry(directory, "", "", from, "cannot be listed: " + e.getMessage()));
        }
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
    }

    private Optional<Entry> peek(Path file, String from) {
        try {
            FileKind.Header header = FileKind.peek(SourceFile.read(file));
            return header.kind() == kind
                    ? Optional.of(new Entry(file, header.name(), header.title(), from, ""))
                    : Optional.empty();
        } catch (DrillFileException e) {
            // A broken YAML file here may be anybody's; it is named when somebody asks for it.
            return Optional.empty();
        }
    }

    /** The file that {@code nameOrPath} means; empty when there is none. */
    public Optional<Path> find(String nameOrPath) {
        boolean looksLikePath = nameOrPath.contains("/") || nameOrPath.endsWith(".yaml") || nameOrPath.endsWith(".yml");
        if (looksLikePath) {
            Path file = settings.here().resolve(nameOrPath);
            return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        }
        return list().stream()
                .filter(entry -> entry.name().equals(nameOrPath))
                .map(Entry::file)
                .findFirst();
    }
}
