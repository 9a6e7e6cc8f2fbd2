package dev.musterpoint.shell.command;

import java.util.Iterator;
import java.util.List;

/**
 * Names that come and go, for completion in the interactive shell: looked up each time they are asked for. In a script for
 * another shell, which is made once and kept, they would be out of date, so there they are left out.
 */
abstract class LiveNames implements Iterable<String> {
    private final App app;

    LiveNames(App app) {
        this.app = app;
    }

    abstract List<String> names(App from);

    @Override
    public final Iterator<String> iterator() {
        return app.isInteractive() ? names(app).iterator() : List.<String>of().iterator();
    }
}
