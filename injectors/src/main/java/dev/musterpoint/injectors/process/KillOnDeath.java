package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.spi.InjectionException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Finishes a kill whose runner dies in the middle of it. A tree is stopped before it is killed, and a killed process has
 * nothing to undo: without this, a stopped one would stay behind. A child waits at a pipe that the kernel closes when we
 * die, and then kills those it was told of; they are stopped, so their process ids stay theirs.
 */
final class KillOnDeath implements AutoCloseable {
    private static final String SCRIPT = "trap '' INT TERM HUP;"
            + " while read -r pid; do set -- \"$@\" \"$pid\"; done;"
            + " [ \"$#\" -eq 0 ] || kill -s KILL \"$@\"";

    private final Process child;

    private KillOnDeath(Process child) {
        this.child = child;
    }

    static KillOnDeath start() throws InjectionException {
        try {
            return new KillOnDeath(new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new InjectionException("/bin/sh could not be started: " + e.getMessage(), e);
        }
    }

    /** To be called before they are stopped. @throws UncheckedIOException when the child has ended; then do not begin */
    void add(List<ProcessEntry> processes) {
        StringBuilder lines = new StringBuilder();
        processes.forEach(process -> lines.append(process.pid()).append('\n'));
        try {
            OutputStream pipe = child.getOutputStream();
            pipe.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the helper that would finish the kill has ended, so it is not begun", e);
        }
    }

    /** Completes when the child has ended. */
    CompletableFuture<Process> onExit() {
        return child.onExit();
    }

    /** Nothing is left to finish. The child is ended before its pipe is. */
    @Override
    public void close() {
        child.destroyForcibly();
        try {
            child.getOutputStream().close();
        } catch (IOException e) {
            // The child is gone, and all that was written was for it.
        }
    }
}
