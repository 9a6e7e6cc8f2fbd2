package dev.musterpoint.runbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.codec.DrillFileException;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spi.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunbookLibraryTests {
    private static final Path SHIPPED = Path.of("..", "catalog");

    @TempDir
    Path temporary;

    private Path drills;
    private Path catalogue;

    @BeforeEach
    void makeFolders() throws IOException {
        drills = Files.createDirectory(temporary.resolve("drills"));
        catalogue = Files.createDirectory(temporary.resolve("catalogue"));
    }

    private Runbook find(String name, Path catalogueFolder) {
        return new RunbookLibrary(Catalogue.load(), variable -> Optional.empty(), catalogueFolder)
                .find(name, drills, Map.of());
    }

    private static void write(Path folder, String name, String title) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".yaml"), """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Runbook
                metadata: { name: %s, title: %s }
                spec:
                  steps:
                    - { name: wait, part: detect, planned: 1s, timeout: 5s, type: wait-for, with: { probe: write } }
                """.formatted(name, title));
    }

    @Test
    void prefersTheRunbookBesideTheDrill() throws Exception {
        write(drills, "fail-over", "Ours");
        write(catalogue, "fail-over", "Theirs");

        assertThat(find("fail-over", catalogue).metadata().title()).isEqualTo("Ours");
    }

    @Test
    void looksThroughTheFoldersOfTheCatalogue() throws Exception {
        write(catalogue.resolve("quickstart"), "fail-over", "Theirs");

        assertThat(find("fail-over", catalogue).metadata().title()).isEqualTo("Theirs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "a/b", "a.b", "", "A", ".."})
    void readsNoPath(String name) throws Exception {
        write(temporary, "secret", "Not for you");

        assertThatThrownBy(() -> find(name, catalogue))
                .isInstanceOf(DrillFileException.class)
                .hasMessageContaining("is no name of a runbook");
    }

    @Test
    void saysWhereItLookedForAMissingOne() {
        assertThatThrownBy(() -> find("fail-over", temporary.resolve("missing")))
                .isInstanceOf(DrillFileException.class)
                .hasMessageContaining("there is no runbook 'fail-over'")
                .hasMessageContaining(drills.toString());
    }

    @Test
    void readsAndPraisesTheRunbookThatIsShipped() {
        Runbook shipped = find("promote-standby", SHIPPED);

        assertThat(shipped.steps()).hasSize(4);
        assertThat(RunbookLint.check(shipped)).isEmpty();
    }
}
