package dev.musterpoint.drills.evidence;

import java.util.Objects;

/** One row found in the database when it was read back; {@code intact} when its payload matches its checksum. */
public record ReadBackRow(WriteId id, String checksum, boolean intact) {
    public ReadBackRow {
        Objects.requireNonNull(id);
        Objects.requireNonNull(checksum);
    }
}
