package dev.musterpoint.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.drills.verdict.Quantity;
import dev.musterpoint.drills.verdict.Quantity.Bounds;
import dev.musterpoint.drills.verdict.Quantity.Unit;
import dev.musterpoint.drills.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What objectives on a window say to people; figures never say more than is proven. */
class WindowMeaningTests {
    private static ObjectiveView view(String kind, Optional<Interval> measured, Optional<Quantity> quantity) {
        return new ObjectiveView(
                "it holds",
                kind,
                Optional.of(Verdict.INDETERMINATE),
                measured.map(each -> Duration.ofSeconds(1)),
                Optional.empty(),
                measured,
                Optional.empty(),
                "because",
                List.of(),
                List.of("browse"),
                quantity,
                false);
    }

    private static ObjectiveView share(Optional<Bounds> bounds) {
        return view("availability", Optional.empty(), Optional.of(new Quantity(Unit.SHARE, 0.99, bounds)));
    }

    private static String plain(String text) {
        return text.replace(Figures.NBSP, " ");
    }

    @Test
    void roundsSharesOutwards() {
        ObjectiveView view = share(Optional.of(Bounds.of(0.989999, 0.990001)));

        assertThat(plain(Meaning.measured(view))).isEqualTo("between 98.999 % and 99.001 %");
        assertThat(plain(Meaning.target(view))).isEqualTo("at least 99 %");
        assertThat(plain(Meaning.sentence(view)))
                .isEqualTo("Of the attempts that were due, between 98.999 % and 99.001 % were answered well.");
    }

    @Test
    void showsWhatAFractionIsWithoutItsBinaryTail() {
        assertThat(plain(Meaning.measured(share(Optional.of(Bounds.of(0.95, 0.95))))))
                .isEqualTo("95 %");
    }

    @Test
    void saysWhenNothingWasMeasured() {
        assertThat(Meaning.measured(share(Optional.empty()))).isEqualTo("not measured");
        assertThat(Meaning.sentence(share(Optional.empty()))).isEmpty();
    }

    @Test
    void showsRatesWithOpenEnds() {
        Quantity rate = new Quantity(Unit.PER_SECOND, 200, Optional.of(new Bounds(187.25, Optional.empty())));
        ObjectiveView view = view("capacity", Optional.empty(), Optional.of(rate));

        assertThat(Meaning.measured(view)).isEqualTo("187.25/s or more");
        assertThat(Meaning.target(view)).isEqualTo("at least 200/s");
        assertThat(rate.toString()).isEqualTo("[187.3/s, open)");
    }

    @Test
    void saysLatencyAndDetectionInTheirOwnWords() {
        Optional<Interval> interval = Optional.of(Interval.of(Duration.ofMillis(400), Duration.ofMillis(500)));

        assertThat(plain(Meaning.sentence(view("latency", interval, Optional.empty()))))
                .isEqualTo("The quantile lies between 400 ms and 500 ms, counted from when each attempt was due.");
        assertThat(plain(Meaning.sentence(view("detection", interval, Optional.empty()))))
                .isEqualTo("The fault was noticed between 400 ms and 500 ms after it acted.");
        assertThat(view("latency", interval, Optional.empty()).isLoss()).isFalse();
    }
}
