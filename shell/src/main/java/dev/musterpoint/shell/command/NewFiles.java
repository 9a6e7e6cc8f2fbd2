package dev.musterpoint.shell.command;

import dev.musterpoint.shell.template.Template.Filled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the files of a new drill: all of them, or none when one is there already. */
final class NewFiles {
    private final Path drill;
    private final boolean force;

    /** @param drill the first file; the others go beside it */
    NewFiles(Path drill, boolean force) {
        this.drill = drill;
        this.force = force;
    }

    List<Path> write(List<Filled> files) throws IOException {
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Filled each : files) {
            texts.put(texts.isEmpty() ? drill : drill.resolveSibling(each.fileName()), each.text());
        }
        texts.keySet().forEach(this::check);
        Files.createDirectories(drill.toAbsolutePath().getParent());
        OpenOption[] how = force
                ? new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        for (Map.Entry<Path, String> each : texts.entrySet()) {
            Files.writeString(each.getKey(), each.getValue(), how);
        }
        return new ArrayList<>(texts.keySet());
    }

    private void check(Path file) {
        if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new CommandFailure(
                    ExitCode.USAGE, file + " is there already; nothing was written. --force overwrites it");
        }
    }
}
