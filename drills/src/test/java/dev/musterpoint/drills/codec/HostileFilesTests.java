package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to exhaust memory, stack or patience. */
class HostileFilesTests {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ROOM = SourceFile.MOST_BYTES - Samples.GOOD_DRILL.length() - 200;

    private static List<String> problems(String text) {
        return Patience.within(PATIENCE, "one file", () -> Samples.problems(() -> Samples.drill(text)));
    }

    private static String filled(String part) {
        return part.repeat(SourceFile.MOST_BYTES / part.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{",
                "- ",
                "? ",
                "a: ",
                "[a: ",
                "{a: ",
                "!",
                "&a ",
                "*a ",
                "\"",
                "'",
                "\"\\U0010FFFF",
                "|\n",
                "%",
                "#",
                "---\n",
                "\t",
                ",",
                ": ",
                "a\n",
                "a: b\n",
                "- a\n",
                "-\n",
                "${",
                "\\",
                "\u0085",
                "\uD83D\uDE00",
                ">-\n ",
                "0"
            })
    void aMebibyteOfOneThingIsRefusedInTime(String part) {
        assertThat(problems(filled(part))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: \"\\UFFFFFFFF\"",
                "a: \"\\U0011FFFF\"",
                "a: \"\\uD800\"",
                "a: \"\\xZZ\"",
                "%YAML 99999999999.1\n---\na",
                "%YAML 2.0\n---\na",
                "%TAG !e! tag:x,2000:\n---\n!e!a b",
                "a: |99999999999\n  b",
                "\u0000",
                "a: \u0007",
                "&\n",
                "*\n",
                "!<tag:yaml.org,2002:int> 3",
                "a: !!binary aGVsbG8=",
                "? ? ? a",
                "{? a: b}",
                "[a: b: c]",
                "- - - - a:\n",
                "...",
                "---"
            })
    void oddYamlIsRefusedWithoutFurtherHarm(String text) {
        assertThat(problems(text)).isNotEmpty();
    }

    @Test
    void anAliasBombIsRefusedAtItsFirstFuse() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";

        assertThat(problems(bomb)).containsExactly("1:4: anchors such as '&a' are not allowed; write the value out");
    }

    @Test
    void aHundredThousandUnknownKeysAreReportedAHundredAtATime() {
        String keys =
                IntStream.range(0, ROOM / 12).mapToObj(i -> "  k" + i + ": 1\n").collect(Collectors.joining());

        List<String> problems = problems(Samples.GOOD_DRILL + keys.substring(0, keys.lastIndexOf('\n') + 1));

        assertThat(problems).hasSize(101).last().isEqualTo(" there are more problems; these are the first 100");
    }

    @Test
    void manyNamesAndManyWrongReferencesToThemAreReportedInTime() {
        String declared = IntStream.range(0, 12_000)
                .mapToObj(i -> "    p" + i + ": { type: sql, system: db }\n")
                .collect(Collectors.joining());
        String references = IntStream.range(0, 40_000).mapToObj(i -> "q" + i).collect(Collectors.joining(", "));
        String text = Samples.changed("  probes:\n", "  probes:\n" + declared);

        assertThat(problems(Samples.change(text, "probes: [write]", "probes: [" + references + "]")))
                .isNotEmpty();
    }

    @Test
    void aHundredThousandLimitsAreReadInTime() {
        String limits =
                IntStream.range(0, ROOM / 12).mapToObj(i -> "k" + i + ": 1").collect(Collectors.joining(", "));

        assertThat(problems(Samples.changed("processes: 1", limits))).isEmpty();
    }

    @Test
    void aDuplicatedKeyCannotHideWhatIsReadLater() {
        assertThat(problems(Samples.changed("kind: Drill", "kind: Drill\nkind: Runbook")))
                .containsExactly("3:1: 'kind' is given twice; the first is in line 2");
    }

    @Test
    void aLongTextIsCutInMessages() {
        assertThat(problems(Samples.changed("tier: critical", "x".repeat(100) + ": 1")))
                .singleElement()
                .asString()
                .contains("'" + "x".repeat(60) + "…'");
    }

    @Test
    void whatAuthorsWroteCannotSteerTheTerminal() {
        String text = Samples.changed("tier: critical", "\"\\e[2J\\u202e\\u2028\\n\": 1");

        assertThat(problems(text)).singleElement().asString().contains("'\\u001b[2J\\u202e\\u2028\\u000a'");
    }

    @Test
    void theSecretItselfIsNeverInAMessage() {
        String text = Samples.changed("{ env: PGPASSWORD }", "\"${PW}\"");

        List<String> problems = Samples.problems(() -> Samples.drill(
                Samples.change(text, "\"${JDBC}\"", "\"jdbc:postgresql://drill:${PW}@db/x\""),
                Map.of("PW", "hunter2-planted")));

        assertThat(problems).hasSize(2).noneMatch(problem -> problem.contains("hunter2"));
    }
}
