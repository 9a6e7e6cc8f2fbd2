package dev.musterpoint.verifiers.probe.command;

import dev.musterpoint.connections.command.Command;
import dev.musterpoint.connections.command.CommandResult;
import dev.musterpoint.connections.command.CommandRunner;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Probe;
import java.time.Duration;
import java.util.Optional;

/** Asks by a program: its exit code and what it prints are the answer. It is ended, with its tree, when nobody waits for it. */
final class CommandProbe implements Probe {
    private final Params params;
    private final CommandRunner runner;
    private final int exit;
    private final Optional<String> output;

    CommandProbe(Params params, CommandRunner runner) {
        this.params = params;
        this.runner = runner;
        Params expect = params.nested(CommandProbeProvider.EXPECT);
        exit = expect.integer(CommandProbeProvider.EXIT, 0);
        output = expect.find(CommandProbeProvider.OUTPUT);
    }

    @Override
    public Answer attempt(long tick, int slot, Duration timeout, Cancellation cancellation) throws Exception {
        CommandResult result = runner.run(Command.of(params, timeout), cancellation);
        if (result.exit() != exit) {
            return Answer.wrong(result.summary(), "");
        }
        return output.filter(wanted -> !result.output().contains(wanted))
                .map(wanted -> Answer.wrong("its output does not hold '" + wanted + "'; " + result.summary(), ""))
                .orElseGet(() -> Answer.correct(""));
    }

    /** Every attempt ends its own program. */
    @Override
    public void close() {}
}
