package dev.musterpoint.shell.config;

import dev.musterpoint.drills.codec.Fields;
import dev.musterpoint.drills.codec.SourceFile;
import dev.musterpoint.drills.codec.StrictFile;
import java.nio.file.Path;
import java.util.Optional;

/** Reads one configuration file, as strictly as a drill. */
final class ConfigFile {
    private ConfigFile() {}

    /**
     * Reads {@code file}; its relative paths are those seen from its folder.
     *
     * @throws dev.musterpoint.drills.codec.DrillFileException with every problem of the file
     */
    static Layer read(Path file) {
        return StrictFile.readPlain(SourceFile.read(file), fields -> layer(file, fields));
    }

    private static Layer layer(Path file, Fields fields) {
        Layer layer = new Layer();
        for (Key key : Key.values()) {
            value(file, fields, key).ifPresent(value -> layer.set(key, value, file.toString()));
        }
        return layer;
    }

    private static Optional<String> value(Path file, Fields fields, Key key) {
        if (key.isPath()) {
            Path folder = file.toAbsolutePath().getParent();
            return fields.line(key.written())
                    .map(path -> folder.resolve(path).normalize().toString());
        }
        return key == Key.QUIET
                ? fields.flag(key.written()).map(String::valueOf)
                : fields.choice(key.written(), key.choices());
    }
}
