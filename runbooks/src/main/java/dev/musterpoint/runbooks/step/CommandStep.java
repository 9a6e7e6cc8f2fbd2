package dev.musterpoint.runbooks.step;

import dev.musterpoint.connections.command.Command;
import dev.musterpoint.connections.command.CommandResult;
import dev.musterpoint.connections.command.CommandRunner;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Outputs;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Runs a program. It is ended, with all that it started, when the step's time is up. */
final class CommandStep implements StepExecutor {
    private final Toolbox toolbox;

    CommandStep(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public String execute(Automated step, ProbeStates probes, Cancellation cancellation)
            throws IOException, InterruptedException, TimeoutException {
        return execute(step, probes, cancellation, Outputs.IGNORED);
    }

    @Override
    public String execute(Automated step, ProbeStates probes, Cancellation cancellation, Outputs outputs)
            throws IOException, InterruptedException, TimeoutException {
        Command command = Command.of(step.params(), step.timeout());
        CommandResult result = new CommandRunner(toolbox.folder(), toolbox.redactor()).run(command, cancellation);
        String said = command.program() + " ended with "
                + (step.outputs().isEmpty() ? result.summary() : "exit code " + result.exit());
        if (result.exit() != command.expectExit()) {
            throw new IllegalStateException(said + ", and exit code " + command.expectExit() + " was expected");
        }
        step.outputs().forEach(output -> outputs.publish(output.name(), Found.in(result.printed(), output)));
        return said;
    }
}
