package dev.musterpoint.drills.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A time of the week in which drills may run, as the clocks on the wall of {@code timeZone} show it.
 *
 * @param days the days on which it begins
 * @param from when it begins
 * @param to   when it is over; not part of it. At or before {@code from}, it is a time of the following day
 */
public record WeeklyWindow(List<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId timeZone) {
    public WeeklyWindow {
        days = List.copyOf(days);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(timeZone);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a weekly window needs a day");
        }
    }

    /** An hour that the clocks skip is no part of the window, and one that they show twice is part of it twice. */
    public boolean covers(Instant moment) {
        ZonedDateTime local = moment.atZone(timeZone);
        LocalTime time = local.toLocalTime();
        DayOfWeek day = local.getDayOfWeek();
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        if (to.isAfter(from)) {
            return days.contains(day) && begun && !over;
        }
        return days.contains(day) && begun || days.contains(day.minus(1)) && !over;
    }

    @Override
    public String toString() {
        String named = days.stream()
                .map(day ->
                        day.name().substring(0, 1) + day.name().substring(1, 3).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return named + " " + from + " to " + to + " " + timeZone;
    }
}
