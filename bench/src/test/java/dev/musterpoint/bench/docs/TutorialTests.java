package dev.musterpoint.bench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That the tutorial's test would notice. */
class TutorialTests {
    private static final String PAGE = """
            Do this.

            ```sh
            muster drill run orders
            ```

            ```text
            run …-orders: it dies
            …
            MET  ·  RTA […]
            ```
            """;

    private static boolean fits(String said) {
        return Tutorial.blocks(PAGE).get(0).expected().matcher(said).matches();
    }

    @Test
    void takesWhatDiffersEachTime() {
        assertThat(fits("run 2026-orders: it dies\n 1 s  a\n 2 s  b\nMET  ·  RTA [1 s, 2 s]\n"))
                .isTrue();
        assertThat(fits("run 2026-orders: it dies\nMET  ·  RTA [1 s, 2 s]\n")).isTrue();
    }

    @Test
    void noticesWhatDoesNot() {
        assertThat(fits("run 2026-orders: it dies\nMISSED  ·  RTA [1 s, 2 s]\n"))
                .isFalse();
        assertThat(fits("run 2026-orders: it lives\nMET  ·  RTA [1 s, 2 s]\n")).isFalse();
        assertThat(fits("run 2026-orders: it dies\nMET  ·  RTA [1 s, 2 s]\nand more\n"))
                .isFalse();
        assertThat(fits("run 2026-orders: it dies\n")).isFalse();
    }
}
