package dev.musterpoint.verifiers.check.writes;

import java.util.BitSet;

/**
 * How a later read-back differs from the first: what failing back, or the old server's return, did to the writes.
 *
 * @param ordinal  which read-back it was
 * @param vanished writes that the first had and this one does not
 * @param appeared writes that were over before the first began, that it did not have, and this one has; one still under way then
 *     may rightly be in the one and not in the other
 * @param lost     acknowledged writes missing here that the first had, or that were acknowledged after it
 */
public record LaterReadBack(int ordinal, long vanished, long appeared, long lost) {

    /** Compares two read-backs of one history. */
    static LaterReadBack between(
            WriteHistory history, ReadBack first, BitSet lostAtFirst, ReadBack later, BitSet lostLater) {
        long vanished = 0;
        long appeared = 0;
        for (int i = 0; i < history.size(); i++) {
            vanished += first.landed(i) && !later.landed(i) ? 1 : 0;
            boolean over = history.end(i) <= first.started();
            appeared += over && !first.landed(i) && later.landed(i) ? 1 : 0;
        }
        BitSet more = (BitSet) lostLater.clone();
        more.andNot(lostAtFirst);
        return new LaterReadBack(later.ordinal(), vanished, appeared, more.cardinality());
    }

    /** Whether the two tell the same of all that the first could have seen, and nothing more was lost. */
    public boolean isSame() {
        return vanished == 0 && appeared == 0 && lost == 0;
    }
}
