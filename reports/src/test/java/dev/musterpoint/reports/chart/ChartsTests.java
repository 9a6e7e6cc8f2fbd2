package dev.musterpoint.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.musterpoint.reports.RichModel;
import dev.musterpoint.reports.ScriptedRun;
import dev.musterpoint.reports.ScriptedRun.Script;
import dev.musterpoint.reports.model.Figures;
import dev.musterpoint.reports.model.ReportModel;
import org.junit.jupiter.api.Test;

class ChartsTests {
    private final ReportModel missed = ScriptedRun.of(Script.MISSED).model();

    @Test
    void theStripShowsTheOutageWhereItWas() {
        StripChart strip = StripChart.whole(missed).orElseThrow();
        TimeScale seconds38 = new TimeScale(
                ScriptedRun.at(0), ScriptedRun.at(38), ScriptedRun.at(0), StripChart.LEFT, StripChart.RIGHT);
        StripRow.Cell bad = strip.rows().get(0).cells().stream()
                .filter(cell -> cell.bad() > 0)
                .reduce((one, other) ->
                        new StripRow.Cell(one.x(), other.x() + other.width() - one.x(), 0, 0, one.bad()))
                .orElseThrow();

        assertThat(bad.x()).isCloseTo(seconds38.x(ScriptedRun.at(15)), within(3.0));
        assertThat(bad.x() + bad.width()).isCloseTo(seconds38.x(ScriptedRun.at(16.2)), within(3.0));
    }

    @Test
    void theBracketRunsFromTheFaultThroughLToU() {
        StripChart strip = StripChart.detail(missed).orElseThrow();
        StripChart.Bracket bracket = strip.brackets().get(0);

        assertThat(bracket.from()).isLessThan(bracket.lower());
        assertThat(bracket.lower()).isLessThan(bracket.upper());
        assertThat(bracket.upper()).isLessThan(StripChart.RIGHT);
        assertThat(bracket.lowerLabel()).startsWith("L 1.43");
        assertThat(bracket.upperLabel()).startsWith("U 1.51");
        assertThat(strip.marks()).extracting(StripChart.Mark::label).containsExactly("fault", "back");
    }

    @Test
    void thereIsNoCloserLookAtAnOutageWithoutAnEnd() {
        assertThat(StripChart.detail(ScriptedRun.of(Script.NOT_RECOVERED).model()))
                .isEmpty();
        assertThat(StripChart.detail(ScriptedRun.of(Script.NO_EFFECT).model())).isEmpty();
        assertThat(StripChart.whole(ScriptedRun.of(Script.REFUSED).model())).isEmpty();
    }

    @Test
    void lostWritesAreMarked() {
        WritesChart chart =
                WritesChart.of(missed, missed.charts().writes().get(0), 1).orElseThrow();

        assertThat(chart.bars()).anyMatch(WritesChart.Bar::hasLoss);
        assertThat(chart.description()).contains("48").contains("lost");
    }

    @Test
    void theStepsThatDidNotRunHaveNoBarButARemark() {
        StepsChart chart = StepsChart.of(missed).orElseThrow();

        assertThat(chart.rows().get(1).actual()).isEmpty();
        assertThat(chart.rows().get(1).remark().text()).isEqualTo("not run");
        assertThat(chart.rows().get(2).actual()).isPresent();
        assertThat(chart.rows()).allSatisfy(row -> assertThat(row.remark().x()).isBetween(StepsChart.LEFT, 690.0));
    }

    @Test
    void anOpenIntervalRunsOffTheLine() {
        TargetBar open = TargetBar.of(
                        ScriptedRun.of(Script.NOT_RECOVERED)
                                .model()
                                .conclusion()
                                .objectives()
                                .get(0),
                        1)
                .orElseThrow();

        assertThat(open.open()).isTrue();
        assertThat(open.upper()).isEqualTo(TargetBar.RIGHT);
        assertThat(open.target()).isLessThan(open.lower());
    }

    @Test
    void aShareIsShownWhereItCanBeToldFromItsTarget() {
        TargetBar missedShare = TargetBar.of(RichModel.more().get(0), 1).orElseThrow();
        TargetBar metShare = TargetBar.of(RichModel.more().get(1), 2).orElseThrow();

        assertThat(missedShare.startLabel().replace(Figures.NBSP, " ")).isEqualTo("95 %");
        assertThat(missedShare.endLabel().replace(Figures.NBSP, " ")).isEqualTo("100 %");
        assertThat(missedShare.upper()).isLessThan(missedShare.target() - 50);
        assertThat(metShare.lower()).isGreaterThan(metShare.target() + 20);
    }

    @Test
    void aRateAndALatencyStartAtZero() {
        TargetBar rate = TargetBar.of(RichModel.more().get(2), 1).orElseThrow();
        TargetBar latency = TargetBar.of(RichModel.more().get(3), 2).orElseThrow();

        assertThat(rate.startLabel()).isEqualTo("0");
        assertThat(rate.lower()).isGreaterThan(rate.target());
        assertThat(latency.target()).isBetween(latency.lower(), latency.upper());
    }
}
