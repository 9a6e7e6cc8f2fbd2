package dev.musterpoint.drills.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.Lines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads chains the hard way: every line must number itself and name the one before. */
public final class Chains {
    private Chains() {}

    /** The entries of a chain that holds. @throws AssertionError when it does not */
    public static List<JournalEntry> valid(Path file) {
        List<JournalEntry> entries = new ArrayList<>();
        String[] prev = {Digests.NOTHING};
        Lines.of(file, (number, line, complete) -> {
            assertThat(complete).as("%s:%d ends", file, number).isTrue();
            JournalEntry entry = JsonCodec.lines(JournalEntry.class).decode(line, file + ":" + number);
            assertThat(entry.seq()).as("%s:%d seq", file, number).isEqualTo(number - 1);
            assertThat(entry.prev()).as("%s:%d prev", file, number).isEqualTo(prev[0]);
            prev[0] = Digests.of(line);
            entries.add(entry);
        });
        return entries;
    }
}
