package dev.musterpoint.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.evidence.Moment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeScaleTests {
    private static TimeScale scale(Duration length) {
        return new TimeScale(Moment.START, Moment.START.plus(length), Moment.START, 100, 740);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.003S", "PT0.9S", "PT2.3S", "PT38S", "PT92S", "PT15M", "PT3H", "PT49H"})
    void labelsNeverTouch(String length) {
        List<Tick> ticks = scale(Duration.parse(length)).ticks();

        assertThat(ticks).hasSizeBetween(2, 11);
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i).at() - ticks.get(i - 1).at()).isGreaterThanOrEqualTo(61);
        }
        assertThat(ticks).extracting(Tick::label).doesNotHaveDuplicates();
    }

    @Test
    void countsFromZeroWithSignedLabels() {
        Moment zero = new Moment(15_000_000_000L);
        TimeScale scale =
                new TimeScale(zero.plus(Duration.ofSeconds(-2)), zero.plus(Duration.ofSeconds(3)), zero, 0, 500);

        assertThat(scale.ticks())
                .extracting(tick -> tick.label().replace('\u00a0', ' '))
                .containsExactly("\u22122 s", "\u22121 s", "0 s", "1 s", "2 s", "3 s");
    }

    @Test
    void holdsMomentsWithinTheAxis() {
        TimeScale scale = scale(Duration.ofSeconds(10));

        assertThat(scale.x(new Moment(-5))).isEqualTo(100);
        assertThat(scale.x(Moment.START.plus(Duration.ofSeconds(5)))).isEqualTo(420);
        assertThat(scale.x(Moment.START.plus(Duration.ofHours(1)))).isEqualTo(740);
    }

    @Test
    void aScaleWithoutLengthStillMaps() {
        assertThat(scale(Duration.ZERO).x(Moment.START)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 1, 3, 7, 199, 200, 201, 12_345, 1e6})
    void countsEndAtARoundNumber(double highest) {
        CountScale scale = CountScale.upTo(highest, 20, 160);

        assertThat(scale.most()).isGreaterThanOrEqualTo(highest);
        assertThat(scale.ticks()).hasSizeBetween(2, 6);
        assertThat(scale.ticks()).extracting(Tick::label).doesNotHaveDuplicates();
        assertThat(scale.y(0)).isEqualTo(160);
        assertThat(scale.y(scale.most())).isEqualTo(20);
    }
}
