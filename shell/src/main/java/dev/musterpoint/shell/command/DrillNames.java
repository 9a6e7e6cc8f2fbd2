package dev.musterpoint.shell.command;

import dev.musterpoint.shell.run.DrillLibrary;
import dev.musterpoint.shell.run.DrillLibrary.Entry;
import dev.musterpoint.shell.run.Settings;
import java.util.ArrayList;

/** The names of all drills, for completion. */
final class DrillNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    DrillNames() {
        super(new DrillLibrary(Settings.fromEnvironment())
                .list().stream().map(Entry::name).toList());
    }
}
