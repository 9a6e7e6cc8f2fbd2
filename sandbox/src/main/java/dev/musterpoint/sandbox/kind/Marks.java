package dev.musterpoint.sandbox.kind;

import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.spi.Toolbox;
import java.nio.charset.StandardCharsets;

/** Owner marks of sandboxes. They follow from the run alone, so that what belongs to it is found again. */
public final class Marks {
    private static final int HASH_DIGITS = 12;

    private Marks() {}

    /**
     * The owner mark of a run's sandbox. The place of the run is part of it: two runs that begin in the same second in
     * different directories have the same id, and neither may take the other's servers for its own.
     */
    public static String of(String system, Toolbox toolbox) {
        String place = toolbox.directory().toAbsolutePath().normalize().toString();
        return toolbox.runId() + "/" + system + "@" + hash(place);
    }

    /** A short digest of {@code mark}, of letters and digits. */
    public static String hash(String mark) {
        return Digests.of(mark.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    }
}
