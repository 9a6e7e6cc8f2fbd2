package dev.musterpoint.connections.postgres;

import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.spi.SystemCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How far a server's clock is from ours. For those who read its log beside a report: no figure rests on it. */
final class ServerClock {
    private static final String MICROSECONDS = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint";

    private ServerClock() {}

    static SystemCheck check(Connection connection, RunClock clock) throws SQLException {
        Query.number(connection, MICROSECONDS); // the first is slower: the server looks the functions up
        Instant before = clock.instant();
        Instant there = Instant.EPOCH.plus(Query.number(connection, MICROSECONDS), ChronoUnit.MICROS);
        Instant after = clock.instant();
        Duration uncertain = Duration.between(before, after).dividedBy(2);
        Duration ahead = Duration.between(before.plus(uncertain), there);
        String found = ahead.abs().compareTo(uncertain) <= 0
                ? "the server's clock agrees with ours, within " + millis(uncertain)
                : "the server's clock is " + millis(ahead.abs()) + (ahead.isNegative() ? " behind" : " ahead of")
                        + " ours, give or take " + millis(uncertain);
        return SystemCheck.ok("clock", found + "; no figure of a drill rests on it");
    }

    /** Rounded up, so that it never claims to be more certain than it is. */
    private static String millis(Duration duration) {
        return Durations.format(Duration.ofMillis(duration.plusNanos(999_999).toMillis()));
    }
}
