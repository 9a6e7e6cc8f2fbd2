package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.spi.InjectionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends signals. Each process is looked at first: an id whose process has ended may be somebody else's by now. */
final class Signals {
    /** The arguments arrive as positional parameters; nothing of them is ever read as shell text. */
    private static final List<String> KILL = List.of("/bin/sh", "-c", "kill -s \"$0\" \"$@\"");

    private final ProcessTable table;
    private final Sender sender;

    /** Starts {@code kill} for each signal. */
    Signals(ProcessTable table) {
        this(table, (signal, processes) -> kill(signal, processes).isEmpty());
    }

    Signals(ProcessTable table, Sender sender) {
        this.table = table;
        this.sender = sender;
    }

    /** Sends a signal to all of them, and tells whether that went well for every one. */
    @FunctionalInterface
    interface Sender {
        boolean send(String signal, List<ProcessEntry> processes) throws InjectionException;
    }

    /** Sends {@code signal} to those that are still there. @throws InjectionException when one of them cannot be reached */
    void send(String signal, List<ProcessEntry> processes) throws InjectionException {
        List<ProcessEntry> alive = alive(processes);
        if (alive.isEmpty() || sender.send(signal, alive)) {
            return;
        }
        // One that ended just now fails it for all. What failed is found out one by one.
        for (ProcessEntry process : alive(alive)) {
            String said = kill(signal, List.of(process));
            if (!said.isEmpty() && !alive(List.of(process)).isEmpty()) {
                throw new InjectionException("signal " + signal + " could not be sent to " + process.pid() + ": " + said
                        + "; run muster as root or as the owner of this process");
            }
        }
    }

    private List<ProcessEntry> alive(List<ProcessEntry> processes) {
        return processes.stream().flatMap(entry -> table.now(entry).stream()).toList();
    }

    /** @return what {@code kill} complained of; empty when all went well */
    private static String kill(String signal, List<ProcessEntry> processes) throws InjectionException {
        List<String> command = new ArrayList<>(KILL);
        command.add(signal);
        processes.forEach(entry -> command.add(Long.toString(entry.pid())));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int exit = process.waitFor();
            return exit == 0 ? "" : output.isEmpty() ? "kill ended with " + exit : output;
        } catch (IOException e) {
            throw new InjectionException("could not run /bin/sh to send SIG" + signal, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InjectionException("interrupted while sending SIG" + signal, e);
        }
    }
}
