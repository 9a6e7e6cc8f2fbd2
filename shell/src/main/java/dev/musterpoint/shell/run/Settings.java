package dev.musterpoint.shell.run;

import dev.musterpoint.programme.policy.PolicySource;
import dev.musterpoint.shell.config.Configuration;
import dev.musterpoint.shell.config.Key;
import dev.musterpoint.shell.config.Place;
import dev.musterpoint.shell.config.Setting;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where things are.
 *
 * @param home   the installation: holds {@code catalog/}
 * @param here   the directory the person works in
 * @param runs   where runs are kept
 * @param state  what is the person's own and outlives a command: history, sandboxes
 * @param policy the policy's file; empty to look where it usually is
 */
public record Settings(Path home, Path here, Path runs, Path state, Optional<Path> policy) {
    public Settings {
        Objects.requireNonNull(home);
        Objects.requireNonNull(here);
        Objects.requireNonNull(runs);
        Objects.requireNonNull(state);
        Objects.requireNonNull(policy);
    }

    /** With the policy where it usually is. */
    public Settings(Path home, Path here, Path runs, Path state) {
        this(home, here, runs, state, Optional.empty());
    }

    /** With the state where it is by custom, too. */
    public Settings(Path home, Path here, Path runs) {
        this(
                home,
                here,
                runs,
                of(Configuration.load(Place.ofProcess(), Optional.empty())).state());
    }

    /** Those of a configuration. */
    public static Settings of(Configuration configuration) {
        return new Settings(
                configuration.place().home(),
                configuration.place().here(),
                Path.of(configuration.value(Key.RUNS)),
                Path.of(configuration.value(Key.STATE)),
                configuration.find(Key.POLICY).map(Setting::value).map(Path::of));
    }

    /** The policy in force. @param environment looks up a variable of the environment */
    PolicySource policies(Function<String, Optional<String>> environment) {
        return new PolicySource(here, name -> policy.filter(file -> name.equals(PolicySource.VARIABLE))
                .map(Path::toString)
                .or(() -> environment.apply(name)));
    }

    public Path catalogue() {
        return home.resolve("catalog");
    }
}
