package dev.musterpoint.shell.command;

import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunStore;
import dev.musterpoint.shell.run.Settings;
import java.util.ArrayList;

/** The ids of all runs, and {@code last}, for completion. */
final class RunIds extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    RunIds() {
        super(new RunStore(Settings.fromEnvironment().runs())
                .list().stream().map(RunDirectory::runId).toList());
        add("last");
    }
}
