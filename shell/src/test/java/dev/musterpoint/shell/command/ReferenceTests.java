package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.TypeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTests {
    private static final Path COMMITTED = Path.of("..", "docs", "reference.md");

    @TempDir
    Path here;

    private String made() {
        return Typed.in(here, "reference").out();
    }

    @Test
    void theCommittedReferenceIsWhatTheCodeSays() throws IOException {
        assertThat(Files.readString(COMMITTED))
                .as("docs/reference.md is out of date: ./muster reference > docs/reference.md")
                .isEqualTo(made());
    }

    @Test
    void namesEveryTypeAndEveryParameter() {
        String made = made();
        Catalogue catalogue = Catalogue.load();
        for (TypeKind kind : TypeKind.values()) {
            for (TypeInfo info : kind.infos(catalogue)) {
                assertThat(made).contains("### `" + info.type() + "`");
                info.parameters().forEach(each -> assertThat(made).contains("| `" + each.name() + "` |"));
                info.targetParameters().forEach(each -> assertThat(made).contains("| `" + each.name() + "` |"));
            }
        }
    }

    @Test
    void helpDoesNotListIt() {
        assertThat(Typed.in(here, "--help").out()).contains("doctor").doesNotContain("reference");
    }
}
