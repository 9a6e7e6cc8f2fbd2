package dev.musterpoint.shell.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a command is typed.
 *
 * @param home        the installation: holds {@code catalog/}
 * @param here        the directory worked in
 * @param environment the variables of the environment
 */
public record Place(Path home, Path here, Map<String, String> environment) {
    public Place {
        Objects.requireNonNull(home);
        Objects.requireNonNull(here);
        environment = Map.copyOf(environment);
    }

    /** This process's own, with the installation that the launcher names. */
    public static Place ofProcess() {
        Path here = Path.of("").toAbsolutePath();
        Path home = Path.of(System.getProperty("muster.home", here.toString())).toAbsolutePath();
        return new Place(home, here, System.getenv());
    }

    /** A variable that is set and not blank. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The person's directory for one purpose, by the XDG base directory specification. */
    Path ofUser(String variable, String... usual) {
        return variable(variable)
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), usual))
                .resolve("musterpoint")
                .toAbsolutePath();
    }
}
