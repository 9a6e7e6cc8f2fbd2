package dev.musterpoint.drills.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTests {
    private static final String SECRET = "pl4nt\"ed/se+cret&9x";

    private final Redactor redactor = new Redactor();

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesOutASecretInEachOfItsUsualForms() {
        redactor.protect(SECRET);
        List<String> forms = List.of(
                SECRET,
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT),
                SECRET.replace("\"", "\\\""),
                HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8)),
                HexFormat.of().withUpperCase().formatHex(SECRET.getBytes(StandardCharsets.UTF_8)));

        assertThat(forms).allSatisfy(form -> assertThat(redactor.redact("it was " + form + ", they said"))
                .isEqualTo("it was [redacted], they said"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u:", "me:", "user:", "admin:", "x:y:"})
    void takesOutBase64WhateverStandsBefore(String user) {
        redactor.protect(SECRET);

        String clean = redactor.redact("Authorization: Basic " + base64(user + SECRET));

        assertThat(clean)
                .contains("[redacted]")
                .doesNotContain(base64(user + SECRET).substring(8));
    }

    @Test
    void knowsTheTokenBehindItsScheme() {
        redactor.protect("Bearer abcdefgh-12345");
        redactor.protect("Basic " + base64("user:hunter2-planted"));

        assertThat(redactor.redact("no such token: abcdefgh-12345")).isEqualTo("no such token: [redacted]");
        assertThat(redactor.redact("wrong: hunter2-planted")).isEqualTo("wrong: [redacted]");
    }

    @Test
    void takesOutTheBeginningOfASecretThatWasCut() {
        redactor.protect("abcdefgh-12345");

        assertThat(redactor.redact("status 500: abcdefgh-12… here")).isEqualTo("status 500: [redacted]… here");
    }

    @Test
    void leavesOtherTextAndDigestsAlone() {
        redactor.protect("abcd");

        assertThat(redactor.redact("nothing to hide")).isEqualTo("nothing to hide");
        assertThat(redactor.redact("abcd".repeat(16))).isEqualTo("abcd".repeat(16));
    }

    @Test
    void tellsTheProcessWhatItLearns() {
        redactor.protect("known-to-all-9");

        assertThat(Redactor.process().redact("known-to-all-9")).isEqualTo("[redacted]");
    }
}
