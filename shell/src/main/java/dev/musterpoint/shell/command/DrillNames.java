package dev.musterpoint.shell.command;

import dev.musterpoint.shell.run.FileLibrary.Entry;
import java.util.List;

/** The names of all drills. */
public final class DrillNames extends LiveNames {
    public DrillNames(App app) {
        super(app);
    }

    @Override
    List<String> names(App from) {
        return from.drills().list().stream().map(Entry::name).toList();
    }
}
