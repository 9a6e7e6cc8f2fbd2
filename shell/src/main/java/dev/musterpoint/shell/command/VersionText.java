package dev.musterpoint.shell.command;

import dev.musterpoint.shell.run.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"muster " + Version.get()};
    }
}
