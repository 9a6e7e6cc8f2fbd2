package dev.musterpoint.drills.journal;

import java.nio.file.Path;

/** The head and length of a chain, as its file has them; says nothing of whether the chain holds. */
public record ChainSummary(String head, long lines) {
    /** Reads a chain's file; one that is not there has no lines. */
    public static ChainSummary of(Path file) {
        String[] head = {Digests.NOTHING};
        long[] lines = {0};
        Lines.of(file, (number, line, complete) -> {
            head[0] = Digests.of(line);
            lines[0] = number;
        });
        return new ChainSummary(head[0], lines[0]);
    }
}
