package dev.musterpoint.shell.command;

import dev.musterpoint.drills.journal.RunDirectory;
import java.util.List;

/** The ids of all kept sandboxes. */
public final class SandboxIds extends LiveNames {
    public SandboxIds(App app) {
        super(app);
    }

    @Override
    List<String> names(App from) {
        return from.sandboxes().list().stream().map(RunDirectory::runId).toList();
    }
}
