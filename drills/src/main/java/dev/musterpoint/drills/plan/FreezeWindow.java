package dev.musterpoint.drills.plan;

import dev.musterpoint.drills.spec.Checks;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * A time in which no drill may run, as the clocks on the wall of {@code timeZone} show it.
 *
 * @param from when it begins
 * @param to   when it is over; not part of it
 * @param why  for those who are refused
 */
public record FreezeWindow(LocalDateTime from, LocalDateTime to, ZoneId timeZone, String why) {
    public FreezeWindow {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(timeZone);
        Checks.text(why, "why");
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a freeze ends after it begins, not from " + from + " to " + to);
        }
    }

    /** Where the clocks show an hour twice, the freeze begins with the first and ends with the second. */
    public boolean covers(Instant moment) {
        Instant begins = from.atZone(timeZone).withEarlierOffsetAtOverlap().toInstant();
        Instant ends = to.atZone(timeZone).withLaterOffsetAtOverlap().toInstant();
        return !moment.isBefore(begins) && moment.isBefore(ends);
    }

    @Override
    public String toString() {
        return from + " to " + to + " " + timeZone + " (" + why + ")";
    }
}
