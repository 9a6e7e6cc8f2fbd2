package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.Timing;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code timing:}. */
final class TimingReader {
    private static final Duration USUAL_BASELINE = Duration.ofSeconds(30);
    private static final Timing UNREAD = new Timing(
            USUAL_BASELINE, USUAL_BASELINE, Duration.ZERO, Timing.DEFAULT_PAUSE_THRESHOLD, Timing.DEFAULT_PAUSE_TICK);

    private TimingReader() {}

    static Timing read(Optional<Fields> timing) {
        return timing.map(TimingReader::read).orElse(UNREAD);
    }

    private static Timing read(Fields fields) {
        fields.require("deadline");
        Timing timing = new Timing(
                fields.positive("baseline").orElse(USUAL_BASELINE),
                fields.positive("deadline").orElse(USUAL_BASELINE),
                fields.duration("stableFor").orElse(Duration.ZERO),
                fields.positive("pauseThreshold").orElse(Timing.DEFAULT_PAUSE_THRESHOLD),
                fields.positive("pauseTick").orElse(Timing.DEFAULT_PAUSE_TICK));
        fields.finish();
        return timing;
    }
}
