package dev.musterpoint.verifiers.check.sim;

import java.util.List;

/** The recovery time by its definition: from F to the end of the first cluster of bad stretches that W without one follows. */
final class Truth {
    static final long NEVER = Long.MAX_VALUE;

    private Truth() {}

    /**
     * RTA = u − F.
     *
     * @param stretches merged, in order; those that end before F do not count
     * @param end       what lasts until then or longer never ends
     */
    static long recovery(List<Stretch> stretches, long fault, long over, long end) {
        long back = fault;
        boolean begun = false;
        for (Stretch each : stretches) {
            if (each.to() < fault) {
                continue;
            }
            if (begun && each.from() - back >= over) {
                break;
            }
            begun = true;
            back = each.to();
        }
        return back >= end ? NEVER : back - fault;
    }

    /** From F to the end of the last bad stretch. */
    static long last(List<Stretch> stretches, long fault, long end) {
        long back = stretches.stream().mapToLong(Stretch::to).max().orElse(fault);
        return back >= end ? NEVER : Math.max(0, back - fault);
    }
}
