package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to get a file wrong, with the exact words its author is told. */
class BrokenFilesTests {
    static List<BrokenFile> drills() {
        return BrokenFile.table(Samples.resource("broken-drills.txt"));
    }

    static List<BrokenFile> runbooks() {
        return BrokenFile.table(Samples.resource("broken-runbooks.txt"));
    }

    @ParameterizedTest
    @MethodSource("drills")
    void tellsWhatIsWrongWithADrill(BrokenFile broken) {
        String text = broken.applyTo(Samples.GOOD_DRILL);

        assertThat(Samples.problems(() -> Samples.drill(text)))
                .isNotEmpty()
                .containsExactlyElementsOf(broken.problems());
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void tellsWhatIsWrongWithARunbook(BrokenFile broken) {
        String text = broken.applyTo(Samples.GOOD_RUNBOOK);

        assertThat(Samples.problems(() -> Samples.runbook(text)))
                .isNotEmpty()
                .containsExactlyElementsOf(broken.problems());
    }

    @Test
    void theTablesAreReadInFull() {
        assertThat(drills()).hasSizeGreaterThan(120).allSatisfy(broken -> assertThat(broken.changes())
                .isNotEmpty());
        assertThat(runbooks()).hasSizeGreaterThan(20);
    }
}
