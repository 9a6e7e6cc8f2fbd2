package dev.musterpoint.verifiers.check.lanes;

import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.verdict.Finding.LaneSeen;
import dev.musterpoint.drills.verdict.Finding.Latency;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Sums up what a probe saw of the whole run. */
public final class LaneSummary {
    private LaneSummary() {}

    /**
     * The summary of {@code lane}.
     *
     * @param faultAt when "before" ends and "during" begins; empty when nothing was injected
     * @param backAt  when "after" begins; empty when the service did not come back
     */
    public static LaneSeen of(String probe, Lane lane, LaneRules rules, OptionalLong faultAt, OptionalLong backAt) {
        OutageFold outages = new OutageFold(rules);
        long holes = fold(lane, rules, outages);
        long good = lane.count(Sight.GOOD);
        long fault = faultAt.orElse(Long.MAX_VALUE);
        long back = Math.max(fault, backAt.orElse(Long.MAX_VALUE));
        return new LaneSeen(
                probe,
                lane.size(),
                good,
                lane.count(Sight.BAD),
                lane.count(Sight.UNKNOWN),
                lane.tainted(),
                holes,
                Share.of(good, lane.size()),
                outages.outages(),
                outages.total(),
                outages.longest(),
                latency(lane.latencies(Long.MIN_VALUE, fault)),
                latency(lane.latencies(fault, back)),
                latency(lane.latencies(back, Long.MAX_VALUE)));
    }

    private static long fold(Lane lane, LaneRules rules, OutageFold outages) {
        long holes = 0;
        for (int i = 0; i < lane.size(); i++) {
            if (i > 0 && lane.start(i) - lane.start(i - 1) > rules.hole()) {
                holes++;
                outages.unknown(lane.start(i - 1), lane.start(i));
            }
            switch (lane.sight(i)) {
                case GOOD -> outages.good(lane.start(i), lane.end(i));
                case BAD -> outages.bad(lane.start(i), lane.end(i));
                case UNKNOWN -> outages.unknown(lane.start(i), lane.end(i));
            }
        }
        outages.finish();
        return holes;
    }

    /** Quantiles by nearest rank of {@code sorted} latencies in nanoseconds. */
    static Latency latency(long[] sorted) {
        return new Latency(sorted.length, rank(sorted, 0.5), rank(sorted, 0.95), rank(sorted, 0.99), rank(sorted, 1));
    }

    private static Optional<Duration> rank(long[] sorted, double share) {
        if (sorted.length == 0) {
            return Optional.empty();
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return Optional.of(Duration.ofNanos(sorted[Math.max(rank, 1) - 1]));
    }
}
