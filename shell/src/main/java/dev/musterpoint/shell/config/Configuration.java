package dev.musterpoint.shell.config;

import dev.musterpoint.drills.codec.DrillFileException;
import dev.musterpoint.drills.codec.Nearest;
import dev.musterpoint.drills.codec.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings in effect: a command's options come before the environment, that before the project's file, that before the
 * person's, and that before the defaults.
 */
public final class Configuration {
    /** The project's file, in the directory worked in. */
    public static final String PROJECT_FILE = "muster.yaml";
    /** Names another file in place of the project's. */
    public static final String FILE_VARIABLE = "MUSTER_CONFIG";

    private final Place place;
    private final List<Path> files;
    private final List<Layer> layers;

    private Configuration(Place place, List<Path> files, List<Layer> layers) {
        this.place = place;
        this.files = List.copyOf(files);
        this.layers = List.copyOf(layers);
    }

    /**
     * Looks at everything but a command's options.
     *
     * @param named a file to read in place of the project's; it must be there
     * @throws DrillFileException with every problem of a file or a variable
     */
    public static Configuration load(Place place, Optional<Path> named) {
        List<Path> files = Stream.concat(project(place, named).stream(), person(place).stream())
                .toList();
        List<Layer> layers = new ArrayList<>(List.of(environment(place)));
        files.forEach(file -> layers.add(ConfigFile.read(file)));
        layers.add(defaults(place));
        return new Configuration(place, files, layers);
    }

    private static Optional<Path> project(Place place, Optional<Path> named) {
        return named.map(place.here()::resolve)
                .or(() -> place.variable(FILE_VARIABLE).map(place.here()::resolve))
                .or(() -> Optional.of(place.here().resolve(PROJECT_FILE)).filter(Files::exists));
    }

    private static Optional<Path> person(Place place) {
        return Optional.of(place.ofUser("XDG_CONFIG_HOME", ".config").resolve("config.yaml"))
                .filter(Files::exists);
    }

    private static Layer environment(Place place) {
        Layer layer = new Layer();
        for (Key key : Key.values()) {
            place.variable(key.variable())
                    .ifPresent(value -> layer.set(key, checked(place, key, value), key.variable()));
        }
        boolean colourless = place.environment().containsKey("NO_COLOR");
        if (colourless && layer.find(Key.COLOUR).isEmpty()) {
            layer.set(Key.COLOUR, "never", "NO_COLOR");
        }
        return layer;
    }

    private static String checked(Place place, Key key, String value) {
        if (key.isPath()) {
            return place.here().resolve(value).normalize().toString();
        }
        if (!key.choices().contains(value)) {
            String message = "'" + value + "' is none of " + String.join(", ", key.choices())
                    + Nearest.hint(value, key.choices());
            throw new DrillFileException(
                    List.of(new Problem("the environment variable " + key.variable(), 0, 0, message)));
        }
        return value;
    }

    private static Layer defaults(Place place) {
        Layer layer = new Layer();
        Stream.of(Key.values())
                .filter(key -> !key.isPath())
                .forEach(key -> layer.set(key, key.choices().get(0), Setting.DEFAULT));
        String stateFrom = place.variable("XDG_STATE_HOME").isPresent() ? "XDG_STATE_HOME" : Setting.DEFAULT;
        return layer.set(Key.RUNS, place.here().resolve("runs").toString(), Setting.DEFAULT)
                .set(
                        Key.STATE,
                        place.ofUser("XDG_STATE_HOME", ".local", "state").toString(),
                        stateFrom);
    }

    /** This configuration, with a value that comes before all others. */
    public Configuration with(Key key, String value, String from) {
        String whole = key.isPath() ? place.here().resolve(value).normalize().toString() : value;
        List<Layer> all = new ArrayList<>(List.of(new Layer().set(key, whole, from)));
        all.addAll(layers);
        return new Configuration(place, files, all);
    }

    /** Empty for what has no value of its own, such as a policy that is found where it usually is. */
    public Optional<Setting> find(Key key) {
        return layers.stream().flatMap(layer -> layer.find(key).stream()).findFirst();
    }

    /** The value of a key that has a default. */
    public String value(Key key) {
        return find(key).orElseThrow().value();
    }

    /** The files that were read, the first of which comes before the others. */
    public List<Path> files() {
        return files;
    }

    public Place place() {
        return place;
    }
}
