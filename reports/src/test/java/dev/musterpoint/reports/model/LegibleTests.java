package dev.musterpoint.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegibleTests {
    @Test
    void keepsWhatCanBeRead() {
        String text = "Tab\tand\nline, Ωμέγα, 日本, 😀, <b>&amp;\"'";

        assertThat(Legible.clean(text)).isSameAs(text);
    }

    @Test
    void replacesWhatNoDocumentMayHold() {
        assertThat(Legible.clean("a\u0000b\u0007c\u001b[31m\u0085\uffff"))
                .isEqualTo("a\ufffdb\ufffdc\ufffd[31m\ufffd\ufffd");
        assertThat(Legible.clean("high\ud83d low\ude00 both\ud83d\ude00"))
                .isEqualTo("high\ufffd low\ufffd both\ud83d\ude00");
    }

    @Test
    void replacesMarksThatTurnTheReadingDirection() {
        assertThat(Legible.clean("safe\u202egnp.exe\u2066x")).isEqualTo("safe\ufffdgnp.exe\ufffdx");
    }

    @Test
    void shortensWithoutCuttingACharacterInHalf() {
        assertThat(Legible.shortened("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Legible.shortened("abcdefg", 6)).isEqualTo("abcde\u2026");
        assertThat(Legible.shortened("😀".repeat(9), 3)).isEqualTo("😀😀\u2026");
    }
}
