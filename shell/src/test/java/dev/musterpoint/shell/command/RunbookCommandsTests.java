package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookCommandsTests {
    private static final String ONE_STEP = """
            apiVersion: musterpoint.dev/v1alpha1
            kind: Runbook
            metadata: { name: mine, title: Mine }
            spec:
              steps:
                - { name: call, part: act, planned: 5m, timeout: %s, manual: Call somebody. }
            """;

    @TempDir
    Path here;

    private void write(String timeout) throws IOException {
        Files.writeString(here.resolve("mine.yaml"), ONE_STEP.formatted(timeout));
    }

    @Test
    void listsThoseHereAndThoseOfTheCatalogue() throws IOException {
        write("10m");

        assertThat(Typed.in(here, "runbook", "list").out())
                .contains("mine", "here", "promote-standby", "catalogue")
                .doesNotContain("quickstart");
    }

    @Test
    void showsTheFileWithItsComments() {
        assertThat(Typed.in(here, "runbook", "show", "promote-standby").out())
                .startsWith("# How the standby of a PostgreSQL pair takes over.");
    }

    @Test
    void showsADocumentForPeople() {
        assertThat(Typed.in(here, "runbook", "show", "promote-standby", "--markdown")
                        .out())
                .startsWith("# Promote the standby of a PostgreSQL pair")
                .contains("Done by `postgres/promote` on `db`");
    }

    @Test
    void hasNothingToSayOfTheCatalogues() {
        Typed typed = Typed.in(here, "runbook", "lint", "promote-standby");

        assertThat(typed.code()).isZero();
        assertThat(typed.out()).isEqualTo("promote-standby is valid" + System.lineSeparator());
    }

    @Test
    void remarksOnWhatWillServeBadly() throws IOException {
        write("1m");

        Typed typed = Typed.in(here, "runbook", "lint", "./mine.yaml");

        assertThat(typed.code()).isZero();
        assertThat(typed.out()).contains("mine is valid, and yet:", "raise 'timeout' above 'planned'");
    }

    @Test
    void namesEveryErrorWithItsPlace() throws IOException {
        write("soon");

        Typed typed = Typed.in(here, "runbook", "lint", "mine");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("mine.yaml:6:").contains("'soon' is not a duration");
    }

    @Test
    void namesTheRunbookThatWasMeant() {
        Typed typed = Typed.in(here, "runbook", "show", "promot-standby");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("did you mean 'promote-standby'?");
    }
}
