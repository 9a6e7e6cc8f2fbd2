package dev.musterpoint.shell.command;

import dev.musterpoint.shell.run.FileLibrary.Entry;
import java.util.List;

/** The names of all runbooks. */
public final class RunbookNames extends LiveNames {
    public RunbookNames(App app) {
        super(app);
    }

    @Override
    List<String> names(App from) {
        return from.runbooks().list().stream().map(Entry::name).toList();
    }
}
