package dev.musterpoint.verifiers.check.sim;

import dev.musterpoint.drills.evidence.WriteId;
import dev.musterpoint.drills.evidence.WriteOutcome;

/**
 * One attempted write as it truly went. Nanoseconds.
 *
 * @param a       when it started
 * @param commit  when its server committed it; {@link Truth#NEVER} if it did not
 * @param c       when its answer came; {@link Truth#NEVER} if none did
 * @param server  the server that it went to
 * @param survives whether it is there when the first read-back is made
 * @param survivesFailBack whether it is there when the second is
 */
record SimWrite(
        WriteId id,
        long a,
        long commit,
        long c,
        WriteOutcome outcome,
        String server,
        boolean survives,
        boolean survivesFailBack) {

    boolean acknowledgedBy(long moment) {
        return outcome == WriteOutcome.ACKNOWLEDGED && c <= moment;
    }

    SimWrite with(WriteOutcome next, boolean there) {
        return new SimWrite(id, a, commit, c, next, server, there, there);
    }

    SimWrite surviving(boolean there) {
        return with(outcome, there);
    }

    SimWrite failedBack(boolean there) {
        return new SimWrite(id, a, commit, c, outcome, server, survives, there);
    }
}
