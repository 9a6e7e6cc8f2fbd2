package dev.musterpoint.drills.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows follow the clocks on the wall, also where these are put forward and back: in Berlin 2026-03-29 and 2026-10-25. */
class WindowTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static FreezeWindow freeze(String from, String to) {
        return new FreezeWindow(LocalDateTime.parse(from), LocalDateTime.parse(to), BERLIN, "trade");
    }

    private static WeeklyWindow weekly(List<DayOfWeek> days, String from, String to) {
        return new WeeklyWindow(days, LocalTime.parse(from), LocalTime.parse(to), BERLIN);
    }

    private static Instant at(String utc) {
        return Instant.parse(utc);
    }

    @Test
    void aFreezeHoldsFromItsFirstMomentUntilBeforeItsLast() {
        FreezeWindow freeze = freeze("2026-12-20T00:00", "2027-01-02T00:00");

        assertThat(freeze.covers(at("2026-12-19T22:59:59Z"))).isFalse();
        assertThat(freeze.covers(at("2026-12-19T23:00:00Z"))).isTrue();
        assertThat(freeze.covers(at("2027-01-01T22:59:59Z"))).isTrue();
        assertThat(freeze.covers(at("2027-01-01T23:00:00Z"))).isFalse();
    }

    @Test
    void aFreezeTakesTheLongerWayWhereAnHourIsShownTwice() {
        FreezeWindow ends = freeze("2026-10-25T00:00", "2026-10-25T02:30");
        assertThat(ends.covers(at("2026-10-25T01:29:59Z")))
                .as("the second 02:29")
                .isTrue();
        assertThat(ends.covers(at("2026-10-25T01:30:00Z")))
                .as("the second 02:30")
                .isFalse();

        FreezeWindow begins = freeze("2026-10-25T02:30", "2026-10-26T00:00");
        assertThat(begins.covers(at("2026-10-25T00:29:59Z")))
                .as("the first 02:29")
                .isFalse();
        assertThat(begins.covers(at("2026-10-25T00:30:00Z")))
                .as("the first 02:30")
                .isTrue();
    }

    @Test
    void aWindowKeepsItsHourInSummerAndInWinter() {
        WeeklyWindow window = weekly(List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), "09:00", "16:00");

        assertThat(window.covers(at("2026-10-19T07:00:00Z")))
                .as("09:00, summer")
                .isTrue();
        assertThat(window.covers(at("2026-10-26T07:00:00Z")))
                .as("08:00, winter")
                .isFalse();
        assertThat(window.covers(at("2026-10-26T08:00:00Z")))
                .as("09:00, winter")
                .isTrue();
        assertThat(window.covers(at("2026-10-26T15:00:00Z")))
                .as("16:00, winter")
                .isFalse();
        assertThat(window.covers(at("2026-10-28T10:00:00Z"))).as("a Wednesday").isFalse();
    }

    @Test
    void aWindowHasNoHourThatTheClocksSkipAndTwiceTheOneTheyShowTwice() {
        WeeklyWindow night = weekly(List.of(DayOfWeek.SUNDAY), "02:00", "03:00");

        assertThat(night.covers(at("2026-03-29T00:59:59Z"))).as("01:59:59").isFalse();
        assertThat(night.covers(at("2026-03-29T01:00:00Z"))).as("03:00:00").isFalse();
        assertThat(night.covers(at("2026-10-25T00:15:00Z")))
                .as("the first 02:15")
                .isTrue();
        assertThat(night.covers(at("2026-10-25T01:15:00Z")))
                .as("the second 02:15")
                .isTrue();
        assertThat(night.covers(at("2026-10-25T02:15:00Z"))).as("03:15").isFalse();
    }

    @Test
    void aWindowMayGoPastMidnight() {
        WeeklyWindow window = weekly(List.of(DayOfWeek.SUNDAY), "22:00", "04:00");

        assertThat(window.covers(at("2026-11-22T21:30:00Z"))).as("Sunday 22:30").isTrue();
        assertThat(window.covers(at("2026-11-23T02:30:00Z"))).as("Monday 03:30").isTrue();
        assertThat(window.covers(at("2026-11-22T02:30:00Z"))).as("Sunday 03:30").isFalse();
        assertThat(window.covers(at("2026-11-23T03:00:00Z"))).as("Monday 04:00").isFalse();
    }

    @Test
    void aFreezeThatEndsBeforeItBeginsIsNone() {
        assertThatThrownBy(() -> freeze("2026-12-20T00:00", "2026-12-20T00:00"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
