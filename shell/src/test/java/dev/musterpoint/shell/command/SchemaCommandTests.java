package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCommandTests {
    private static final Path CATALOGUE = Path.of("..", "catalog");

    @TempDir
    Path here;

    private JsonSchema schema(String what) {
        Typed typed = Typed.in(here, "schema", what);
        assertThat(typed.code()).isZero();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(typed.out());
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CATALOGUE)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(all).isNotEmpty();
            return all.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileOfTheCatalogueIsValid(Path file) throws IOException {
        String text = Files.readString(file);
        String what = text.contains("kind: Runbook") ? "runbook" : "drill";

        assertThat(schema(what).validate(text, InputFormat.YAML)).isEmpty();
    }

    private Set<ValidationMessage> changed(String old, String replacement) throws IOException {
        String text = Files.readString(CATALOGUE.resolve("quickstart").resolve("quickstart.yaml"));
        assertThat(text).contains(old);
        return schema("drill").validate(text.replace(old, replacement), InputFormat.YAML);
    }

    /** What the reader refuses, the schema refuses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "every: 50ms|every: soon",
                "every: 50ms|evry: 50ms",
                "type: sql, system: db, table|type: sqll, system: db, table",
                "writers: 2|writers: two",
                "rate: 200/s|rate: 200",
                "share: 50%|share: half",
                "scope: tree|scope: wood",
                "failure: total|failure: some",
                "target: { member: primary }|target: {}",
                "kind: Drill|kind: Dril",
                "  environment: sandbox|  surroundings: sandbox"
            })
    void whatIsWrongIsRefused(String change) throws IOException {
        String[] parts = change.split("\\|");
        assertThat(changed(parts[0], parts[1])).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every: 50ms|every: \"${EVERY}\"",
                "writers: 2|writers: \"${WRITERS:-2}\"",
                "failure: total|failure: \"${FAILURE}\"",
                "replication: async|replication: \"${MODE}\""
            })
    void anyValueMayComeFromAVariable(String change) throws IOException {
        String[] parts = change.split("\\|");
        assertThat(changed(parts[0], parts[1])).isEmpty();
    }

    @Test
    void whatACommandPrintsOfARunIsValid() {
        Finished.run(here);
        String printed = Typed.in(here, "run", "show", "last", "-o", "json").out();

        assertThat(schema("output").validate(printed, InputFormat.JSON)).isEmpty();
        assertThat(schema("output").validate(printed.replace("COMPLETED", "DONE"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema("output").validate(printed.replace("\"verdict\"", "\"vredict\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drill", "runbook", "output"})
    void isItselfAValidSchema(String what) {
        JsonSchema dialect = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(dialect.validate(Typed.in(here, "schema", what).out(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void namesWhatThereIs() {
        Typed typed = Typed.in(here, "schema", "drlil");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("drill", "runbook", "output");
    }
}
