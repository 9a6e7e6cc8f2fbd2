package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "orders recover § orders recover",
                "a | b § a \\| b",
                "<script> & *bold* § \\<script\\> \\& \\*bold\\*",
                "[x](http://y) § \\[x\\](http://y)",
                "- no list § \\- no list",
                "1. no list § 1\\. no list",
                "1.5 s § 1.5 s",
                "2026-11-21 § 2026-11-21",
                "--- § \\---",
                "about 2 - 3 § about 2 - 3",
                "# no heading § \\# no heading"
            })
    void isNeverMarkup(String text, String markdown) {
        assertThat(MarkdownText.plain(text)).isEqualTo(markdown);
    }

    @Test
    void isOneLine() {
        assertThat(MarkdownText.plain("first\n  # second\r\n| third")).isEqualTo("first \\# second \\| third");
        assertThat(MarkdownText.plain("a\u001b[2Jb\u202ec")).isEqualTo("a\\\\u001b\\[2Jb\\\\u202ec");
    }

    @Test
    void codeHoldsBackticks() {
        assertThat(MarkdownText.code("select 1")).isEqualTo("`select 1`");
        assertThat(MarkdownText.code("a `b`` c")).isEqualTo("``` a `b`` c ```");
        assertThat(MarkdownText.code("")).isEmpty();
    }
}
