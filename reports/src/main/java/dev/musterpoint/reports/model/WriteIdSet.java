package dev.musterpoint.reports.model;

import dev.musterpoint.drills.evidence.WriteId;
import java.util.HashMap;
import java.util.Map;

/** A set of write identities, a bit each: sequences are dense, so a million rows take a few hundred kilobytes. */
final class WriteIdSet {
    private static final int BITS = 1024;

    private final Map<Chunk, long[]> chunks = new HashMap<>();

    private record Chunk(int writer, int attempt, long number) {
        static Chunk of(WriteId id) {
            return new Chunk(id.writer(), id.attempt(), Math.floorDiv(id.sequence(), BITS));
        }
    }

    void add(WriteId id) {
        int bit = bit(id);
        chunks.computeIfAbsent(Chunk.of(id), chunk -> new long[BITS / Long.SIZE])[bit / Long.SIZE] |= 1L << bit;
    }

    boolean contains(WriteId id) {
        long[] chunk = chunks.get(Chunk.of(id));
        int bit = bit(id);
        return chunk != null && (chunk[bit / Long.SIZE] & 1L << bit) != 0;
    }

    private static int bit(WriteId id) {
        return Math.floorMod(id.sequence(), BITS);
    }
}
