package dev.musterpoint.shell.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The settings in effect and where each came from. */
public final class SettingSources {
    private static final String DEFAULT = "default";

    private final Settings settings;
    private final Map<String, String> environment;

    public SettingSources(Settings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = Map.copyOf(environment);
    }

    /** One setting. {@code from} is {@code --option}, the environment variable's name, the launcher, or the default. */
    public record Setting(String name, String value, String from, String meaning) {}

    /** All settings, in the order that people ask for them. */
    public List<Setting> all() {
        return List.of(
                new Setting("runs", settings.runs().toString(), runs(), "where runs are kept"),
                new Setting(
                        "home",
                        settings.home().toString(),
                        System.getProperty("muster.home") == null ? DEFAULT : "launcher",
                        "the installation"),
                new Setting(
                        "catalogue", settings.catalogue().toString(), "home", "drills and runbooks that come with it"),
                new Setting("here", settings.here().toString(), "working directory", "your drills and runbooks"),
                new Setting(
                        "state",
                        settings.state().toString(),
                        variable("XDG_STATE_HOME"),
                        "kept sandboxes, shell history"),
                new Setting("cache", cache().toString(), variable("XDG_CACHE_HOME"), "unpacked PostgreSQL binaries"),
                new Setting("temporary", System.getProperty("java.io.tmpdir"), "JVM", "servers of sandboxes"),
                new Setting(
                        "colour",
                        environment.containsKey("NO_COLOR") ? "never" : "on terminals",
                        environment.containsKey("NO_COLOR") ? "NO_COLOR" : DEFAULT,
                        "whether output is coloured"),
                new Setting(
                        "java", System.getProperty("java.home"), variable("JAVA_HOME", "PATH"), "the JVM it runs on"));
    }

    private String runs() {
        Path asked = settings.here()
                .resolve(environment.getOrDefault("MUSTER_RUNS", "runs"))
                .normalize();
        return settings.runs().equals(asked) ? variable("MUSTER_RUNS") : "--runs";
    }

    private String variable(String name) {
        return variable(name, DEFAULT);
    }

    private String variable(String name, String otherwise) {
        return environment.getOrDefault(name, "").isBlank() ? otherwise : name;
    }

    private Path cache() {
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("musterpoint");
    }
}
