package dev.musterpoint.shell.command;

import dev.musterpoint.drills.journal.RunDirectory;
import java.util.List;
import java.util.stream.Stream;

/** The ids of all runs, and {@code last}. */
public final class RunIds extends LiveNames {
    public RunIds(App app) {
        super(app);
    }

    @Override
    List<String> names(App from) {
        return Stream.concat(from.runs().list().stream().map(RunDirectory::runId), Stream.of("last"))
                .toList();
    }
}
