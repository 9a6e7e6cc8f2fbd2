package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.spi.InjectionException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * A shell at the end of a pipe that sends signals. Started before a fault begins, it sends each within a fraction of a
 * millisecond, where starting {@code kill} anew would take many and widen what is measured.
 *
 * <p>It also finishes a kill whose runner dies in the middle of it. A tree is stopped before it is killed, and a killed
 * process has nothing to undo: without this, a stopped one would stay behind. The kernel closes the pipe when we die, and
 * the shell then kills those that are doomed; they are stopped, so their process ids stay theirs.
 */
final class SignalShell implements AutoCloseable {
    private static final String DOOM = "doom";
    private static final String SENT = "sent";
    /** Process ids are read as words; nothing else is ever written to the pipe. */
    private static final String SCRIPT = "trap '' INT TERM HUP; doomed=;"
            + " while read -r word pids; do"
            + " if [ \"$word\" = " + DOOM + " ]; then doomed=\"$doomed $pids\";"
            + " elif kill -s \"$word\" $pids 2>/dev/null; then echo " + SENT + "; else echo failed; fi;"
            + " done;"
            + " [ -z \"$doomed\" ] || kill -s KILL $doomed";

    private final Process child;
    private final BufferedReader answers;

    private SignalShell(Process child) {
        this.child = child;
        this.answers = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII));
    }

    static SignalShell start() throws InjectionException {
        try {
            return new SignalShell(new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new InjectionException("/bin/sh could not be started: " + e.getMessage(), e);
        }
    }

    /** Sends {@code signal} to all of them. @return whether that went well for every one */
    boolean send(String signal, List<ProcessEntry> processes) throws InjectionException {
        try {
            write(signal, processes);
            String answer = answers.readLine();
            if (answer == null) {
                throw new InjectionException("the shell that sends SIG" + signal + " has ended");
            }
            return answer.equals(SENT);
        } catch (IOException e) {
            throw new InjectionException("the shell that sends SIG" + signal + " has ended", e);
        }
    }

    /** To be called before they are stopped. @throws UncheckedIOException when the shell has ended; then do not begin */
    void doom(List<ProcessEntry> processes) {
        try {
            write(DOOM, processes);
        } catch (IOException e) {
            throw new UncheckedIOException("the shell that would finish the kill has ended, so it is not begun", e);
        }
    }

    private void write(String word, List<ProcessEntry> processes) throws IOException {
        String pids =
                processes.stream().map(process -> Long.toString(process.pid())).collect(Collectors.joining(" "));
        child.getOutputStream().write((word + " " + pids + "\n").getBytes(StandardCharsets.US_ASCII));
        child.getOutputStream().flush();
    }

    /** Completes when the shell has ended. */
    CompletableFuture<Process> onExit() {
        return child.onExit();
    }

    /** Nothing is left to finish. The shell is ended before its pipe is. */
    @Override
    public void close() {
        child.destroyForcibly();
        try {
            child.getOutputStream().close();
            answers.close();
        } catch (IOException e) {
            // The shell is gone, and all that was written was for it.
        }
    }
}
