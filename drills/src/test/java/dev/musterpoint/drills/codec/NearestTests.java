package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTests {
    @ParameterizedTest
    @CsvSource({
        "probes, probes, 0",
        "prbes, probes, 1",
        "probess, probes, 1",
        "porbes, probes, 1",
        "prodes, probes, 1",
        "'', probes, 6",
        "ca, abc, 3"
    })
    void countsEdits(String word, String other, int edits) {
        assertThat(Nearest.edits(word, other)).isEqualTo(edits);
        assertThat(Nearest.edits(other, word)).isEqualTo(edits);
    }

    @Test
    void findsTheNearestAndNotTheFirst() {
        assertThat(Nearest.to("recoverPoint", List.of("recoveryTime", "recoveryPoint")))
                .contains("recoveryPoint");
    }

    @Test
    void ignoresCase() {
        assertThat(Nearest.to("HOLDFOR", List.of("holdFor"))).contains("holdFor");
    }

    @Test
    void saysNothingWhenNothingIsNear() {
        assertThat(Nearest.to("schedule", List.of("probes", "faults"))).isEmpty();
        assertThat(Nearest.to("a", List.of("b"))).isEmpty();
        assertThat(Nearest.hint("schedule", List.of("probes"))).isEmpty();
    }

    @Test
    void hintsAtTheNearestOrListsWhatThereIs() {
        assertThat(Nearest.hint("prob", List.of("probe", "fault"), "there are")).isEqualTo("; did you mean 'probe'?");
        assertThat(Nearest.hint("x", List.of("probe", "fault"), "there are")).isEqualTo("; there are: probe, fault");
        assertThat(Nearest.hint("x", List.of(), "there are")).isEqualTo("; there are: none");
    }

    @Test
    void listsTwelveAtMost() {
        List<String> many = IntStream.range(100, 120).mapToObj(i -> "name-" + i).toList();

        assertThat(Nearest.hint("x", many, "there are")).endsWith("name-110, name-111, … and 8 more");
    }

    @Test
    void doesNotCompareWordsThatNobodyTypes() {
        assertThat(Nearest.to("x".repeat(100_000), List.of("probes"))).isEmpty();
    }
}
