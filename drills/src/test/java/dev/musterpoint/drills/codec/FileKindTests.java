package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FileKindTests {
    private static FileKind.Header peek(String text) {
        return FileKind.peek(Samples.file(text));
    }

    @Test
    void tellsDrillsAndRunbooksApart() {
        assertThat(peek(Samples.GOOD_DRILL))
                .isEqualTo(new FileKind.Header(FileKind.DRILL, "shop", "The shop loses its database"));
        assertThat(peek(Samples.GOOD_RUNBOOK))
                .isEqualTo(new FileKind.Header(FileKind.RUNBOOK, "promote-standby", "Promote the standby"));
    }

    @Test
    void namesAFileThatIsWrongElsewhere() {
        assertThat(peek(Samples.changed("faults:", "flauts:")).name()).isEqualTo("shop");
    }

    @Test
    void theNameStandsInForAMissingTitle() {
        assertThat(peek(Samples.changed("  title: The shop loses its database\n", ""))
                        .title())
                .isEqualTo("shop");
    }

    @Test
    void leavesOtherYamlAlone() {
        assertThat(peek("services: { web: { image: nginx } }").kind()).isEqualTo(FileKind.OTHER);
        assertThat(peek("apiVersion: v1\nkind: Drill").kind()).isEqualTo(FileKind.OTHER);
        assertThat(peek("apiVersion: musterpoint.dev/v9\nkind: Schedule").kind())
                .isEqualTo(FileKind.OTHER);
        assertThat(peek("- 1\n- 2").kind()).isEqualTo(FileKind.OTHER);
        assertThat(peek("kind: [Drill]").kind()).isEqualTo(FileKind.OTHER);
    }

    @Test
    void makesControlCharactersVisible() {
        assertThat(peek("metadata: { title: \"a\\e[2Jb\" }").title()).isEqualTo("a\\u001b[2Jb");
    }

    @Test
    void refusesWhatIsNotSafe() {
        assertThatThrownBy(() -> peek("kind: !!java.lang.Runtime {}")).isInstanceOf(DrillFileException.class);
        assertThatThrownBy(() -> peek(""))
                .isInstanceOf(DrillFileException.class)
                .hasMessageContaining("empty");
    }
}
