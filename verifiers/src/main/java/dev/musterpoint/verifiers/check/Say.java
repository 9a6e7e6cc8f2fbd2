package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Evidence.FaultSkipped;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.spec.Durations;
import dev.musterpoint.drills.spec.Share;
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

    /** {@code fault 'x' was skipped, for its condition did not hold: …}. */
    static String skipped(FaultSkipped fault) {
        return "fault '" + fault.name() + "' was skipped, for " + fault.reason();
    }

    static String exactly(Duration duration) {
        return at(duration.toNanos());
    }

    static String roughly(Duration duration) {
        return Durations.format(duration);
    }

    /** A share to the tenth of a per mille. */
    static String share(double share) {
        return new Share(share).toString();
    }

    static String perSecond(double rate) {
        return String.format(Locale.ROOT, "%.4g/s", rate);
    }

    static String upper(Interval interval) {
        return interval.upper().map(Say::exactly).orElse("open");
    }
}
