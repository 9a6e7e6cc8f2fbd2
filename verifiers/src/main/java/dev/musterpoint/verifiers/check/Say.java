package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.verdict.Interval;
import java.time.Duration;
import java.util.Locale;

/** Words and numbers for people. */
final class Say {
    private Say() {}

    /** A moment of the run's clock to the microsecond: {@code 12.345678 s}. */
    static String at(Moment moment) {
        return String.format(Locale.ROOT, "%.6f s", moment.nanos() / 1e9);
    }

    static String at(long nanos) {
        return at(new Moment(nanos));
    }

    static String exactly(Duration duration) {
        return at(duration.toNanos());
    }

    static String roughly(Duration duration) {
        return Durations.format(duration);
    }

    static String upper(Interval interval) {
        return interval.upper().map(Say::exactly).orElse("open");
    }
}
