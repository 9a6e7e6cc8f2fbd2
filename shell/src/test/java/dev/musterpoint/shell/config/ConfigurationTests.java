package dev.musterpoint.shell.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.codec.DrillFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigurationTests {
    @TempDir
    Path folder;

    private Path here;
    private Path person;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void makeFolders() throws IOException {
        here = Files.createDirectory(folder.resolve("here"));
        person = Files.createDirectories(folder.resolve("person/musterpoint")).resolve("config.yaml");
        environment.put("XDG_CONFIG_HOME", folder.resolve("person").toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    }

    private Configuration load() {
        return Configuration.load(new Place(folder, here, environment), Optional.empty());
    }

    private Setting runs() {
        return load().find(Key.RUNS).orElseThrow();
    }

    @Test
    void eachPlaceComesBeforeThatAfterIt() throws IOException {
        assertThat(runs().value()).isEqualTo(here.resolve("runs").toString());
        assertThat(runs().from()).isEqualTo("default");

        Files.writeString(person, "runs: /persons\n");
        assertThat(runs().value()).isEqualTo("/persons");
        assertThat(runs().from()).isEqualTo(person.toString());

        Files.writeString(here.resolve("muster.yaml"), "runs: ../projects\n");
        assertThat(runs().value()).isEqualTo(folder.resolve("projects").toString());
        assertThat(runs().from()).endsWith("muster.yaml");

        environment.put("MUSTER_RUNS", "environments");
        assertThat(runs().value()).isEqualTo(here.resolve("environments").toString());
        assertThat(runs().from()).isEqualTo("MUSTER_RUNS");

        Configuration asked = load().with(Key.RUNS, "asked", "--runs");
        assertThat(asked.value(Key.RUNS)).isEqualTo(here.resolve("asked").toString());
    }

    @Test
    void aFileOverTheOtherHidesOnlyWhatItSays() throws IOException {
        Files.writeString(person, "quiet: true\ncolour: never\n");
        Files.writeString(here.resolve("muster.yaml"), "colour: always\n");

        assertThat(load().value(Key.COLOUR)).isEqualTo("always");
        assertThat(load().value(Key.QUIET)).isEqualTo("true");
    }

    @Test
    void aNamedFileStandsInPlaceOfTheProjects() throws IOException {
        Files.writeString(here.resolve("muster.yaml"), "output: json\n");
        Files.writeString(here.resolve("other.yaml"), "quiet: true\n");

        environment.put("MUSTER_CONFIG", "other.yaml");

        assertThat(load().value(Key.OUTPUT)).isEqualTo("table");
        assertThat(load().value(Key.QUIET)).isEqualTo("true");
    }

    @Test
    void aNamedFileMustBeThere() {
        environment.put("MUSTER_CONFIG", "other.yaml");

        assertThatThrownBy(this::load).isInstanceOf(DrillFileException.class).hasMessageContaining("no such file");
    }

    @Test
    void namesAllThatIsWrongWithItsPlace() throws IOException {
        Files.writeString(here.resolve("muster.yaml"), "color: never\noutput: jsn\nquiet: perhaps\n");

        assertThatThrownBy(this::load)
                .hasMessageContaining("muster.yaml:1:1: unknown key 'color'")
                .hasMessageContaining("did you mean 'colour'?")
                .hasMessageContaining("muster.yaml:2:9: 'output' must be table, json or yaml, not 'jsn'")
                .hasMessageContaining("muster.yaml:3:8");
    }

    @Test
    void namesAVariableWithAWrongValue() {
        environment.put("MUSTER_OUTPUT", "jsn");

        assertThatThrownBy(this::load).hasMessageContaining("MUSTER_OUTPUT").hasMessageContaining("'json'");
    }

    @Test
    void noColorMeansNeverUnlessOursSaysOtherwise() {
        environment.put("NO_COLOR", "1");
        assertThat(load().find(Key.COLOUR).orElseThrow().from()).isEqualTo("NO_COLOR");

        environment.put("MUSTER_COLOUR", "always");
        assertThat(load().value(Key.COLOUR)).isEqualTo("always");
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyIsAVariableToo(Key key) {
        String value = key.choices().isEmpty() ? "/somewhere" : key.choices().get(1);
        environment.put(key.variable(), value);

        assertThat(load().find(key)).map(Setting::value).contains(value);
        assertThat(new EffectiveSettings(load()).all())
                .anyMatch(
                        each -> each.name().equals(key.written()) && each.from().equals(key.variable()));
    }
}
