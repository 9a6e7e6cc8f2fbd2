package dev.musterpoint.shell.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every setting in effect, and where each came from: first what can be configured, then what follows from the machine. */
public final class EffectiveSettings {
    private final Configuration configuration;
    private final Place place;

    public EffectiveSettings(Configuration configuration) {
        this.configuration = configuration;
        this.place = configuration.place();
    }

    public List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        Stream.of(Key.values()).map(this::setting).forEach(all::add);
        all.add(files());
        all.add(of("home", place.home(), homeFrom(), "the installation"));
        all.add(of("catalogue", place.home().resolve("catalog"), "home", "drills and runbooks that come with it"));
        all.add(of("here", place.here(), "working directory", "your drills and runbooks"));
        all.add(of(
                "cache",
                place.ofUser("XDG_CACHE_HOME", ".cache"),
                from("XDG_CACHE_HOME", Setting.DEFAULT),
                "unpacked PostgreSQL binaries"));
        all.add(of("temporary", System.getProperty("java.io.tmpdir"), "JVM", "servers of sandboxes"));
        all.add(of("java", System.getProperty("java.home"), from("JAVA_HOME", "PATH"), "the JVM it runs on"));
        all.add(of(
                "java options",
                place.variable("MUSTER_JAVA_OPTS").orElse("none"),
                from("MUSTER_JAVA_OPTS", Setting.DEFAULT),
                "further options of that JVM"));
        return List.copyOf(all);
    }

    /** The one key without a default is the policy, which is then looked for where it usually is. */
    private Setting setting(Key key) {
        return configuration
                .find(key)
                .orElseGet(() -> of(
                        key.written(),
                        place.here().resolve("policy.yaml") + " if there is one, else sandboxes only",
                        Setting.DEFAULT,
                        key.meaning()));
    }

    private Setting files() {
        String read = configuration.files().stream().map(Path::toString).collect(Collectors.joining(", "));
        String meaning = "configuration files that were read";
        return read.isEmpty()
                ? of(
                        "files",
                        "none: no " + Configuration.PROJECT_FILE + " here, no "
                                + place.ofUser("XDG_CONFIG_HOME", ".config").resolve("config.yaml"),
                        Setting.DEFAULT,
                        meaning)
                : of("files", read, from(Configuration.FILE_VARIABLE, "their places"), meaning);
    }

    private String homeFrom() {
        return System.getProperty("muster.home") == null ? Setting.DEFAULT : "launcher";
    }

    private String from(String variable, String otherwise) {
        return place.variable(variable).isPresent() ? variable : otherwise;
    }

    private static Setting of(String name, Object value, String from, String meaning) {
        return new Setting(name, value.toString(), from, meaning);
    }
}
