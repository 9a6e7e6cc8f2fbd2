package dev.musterpoint.shell.command;

import java.util.Iterator;

/** The names of the sandboxes that can be started. */
public final class SandboxNames implements Iterable<String> {
    private final App app;

    public SandboxNames(App app) {
        this.app = app;
    }

    @Override
    public Iterator<String> iterator() {
        return app.sandboxes().names().iterator();
    }
}
