package dev.musterpoint.injectors.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessEntryTests {
    private static final String REST = " 1 9 9 0 -1 4194304 101 0 0 0 0 0 0 0 20 0 1 0 448653 3133440 394";

    @Test
    void readsParentStateAndStart() {
        assertThat(ProcessEntry.parse(7, "7 (cat) S" + REST)).contains(new ProcessEntry(7, 1, 'S', 448653));
    }

    @Test
    void isNotMisledByAName() {
        assertThat(ProcessEntry.parse(7, "7 (a) R 5 (b) T" + REST)).contains(new ProcessEntry(7, 1, 'T', 448653));
    }

    @Test
    void findsNothingInATornLine() {
        assertThat(ProcessEntry.parse(7, "7 (cat) S 1")).isEmpty();
        assertThat(ProcessEntry.parse(7, "")).isEmpty();
    }

    @Test
    void tellsAProcessFromALaterOneWithItsId() {
        assertThat(new ProcessEntry(7, 1, 'S', 100).isSameAs(new ProcessEntry(7, 1, 'S', 101)))
                .isFalse();
    }
}
