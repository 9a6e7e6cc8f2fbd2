package dev.musterpoint.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.verdict.Interval;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTests {
    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }

    private static String plain(String figures) {
        return figures.replace(Figures.NBSP, " ");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "3, 0.003 ms",
        "84200, 84.2 ms",
        "999950, 1 s",
        "1234567, 1.23 s",
        "30000000, 30 s",
        "119900000, 120 s",
        "125000000, 2 min 5 s",
        "900000000, 15 min",
        "7500000000, 2 h 5 min"
    })
    void showsThreeSignificantDigitsOrWholeSeconds(long micros, String shown) {
        assertThat(plain(Figures.duration(micros(micros)))).isEqualTo(shown);
    }

    @Test
    void roundsBoundsOutwards() {
        Duration duration = micros(1_439_200);

        assertThat(plain(Figures.lower(duration))).isEqualTo("1.43 s");
        assertThat(plain(Figures.upper(duration))).isEqualTo("1.44 s");
        assertThat(plain(Figures.upper(Duration.ofNanos(30_000_000_001L)))).isEqualTo("30.1 s");
        assertThat(plain(Figures.upper(Duration.ofMillis(180_001)))).isEqualTo("3 min 1 s");
        assertThat(plain(Figures.lower(duration.negated()))).isEqualTo("\u22121.44 s");
    }

    @Test
    void saysIntervalsInWords() {
        Duration low = Duration.ofMillis(84);
        Duration high = Duration.ofMillis(131);

        assertThat(plain(Figures.interval(Interval.of(low, high)))).isEqualTo("between 84 ms and 131 ms");
        assertThat(plain(Figures.interval(Interval.of(Duration.ZERO, high)))).isEqualTo("at most 131 ms");
        assertThat(plain(Figures.interval(Interval.atLeast(low)))).isEqualTo("at least 84 ms");
        assertThat(plain(Figures.interval(Interval.of(Duration.ZERO, Duration.ZERO))))
                .isEqualTo("0 s");
    }

    @Test
    void writesSecondsAsExactDecimals() {
        assertThat(Figures.seconds(Duration.ofNanos(1_505_600_000))).hasToString("1.5056");
        assertThat(Figures.seconds(Duration.ofMinutes(10))).hasToString("600");
        assertThat(Figures.seconds(Duration.ZERO)).hasToString("0");
        assertThat(Figures.seconds(Duration.ofNanos(1)).toPlainString()).isEqualTo("0.000000001");
    }

    @Test
    void neverRoundsAShareToAllOrNothing() {
        assertThat(plain(Figures.share(0.99999))).isEqualTo("> 99.9 %");
        assertThat(plain(Figures.share(0.00001))).isEqualTo("< 0.1 %");
        assertThat(plain(Figures.share(1))).isEqualTo("100 %");
        assertThat(plain(Figures.share(0))).isEqualTo("0 %");
        assertThat(plain(Figures.share(0.963))).isEqualTo("96.3 %");
    }

    @Test
    void showsMomentsAndTimesOfDay() {
        assertThat(Figures.clock(new Moment(12_345_600_000L))).isEqualTo("00:12.345");
        assertThat(Figures.clock(new Moment(3_725_000_000_000L))).isEqualTo("1:02:05.000");
        assertThat(Figures.timeOfDay(Instant.parse("2026-11-21T09:00:15.01Z"))).isEqualTo("09:00:15.010");
        assertThat(plain(Figures.wall(Instant.parse("2026-11-21T09:00:15Z")))).isEqualTo("2026-11-21 09:00:15 UTC");
    }

    @Test
    void countsWithANoun() {
        assertThat(plain(Figures.count(1, "write"))).isEqualTo("1 write");
        assertThat(plain(Figures.count(24_857, "write"))).isEqualTo("24,857 writes");
    }
}
