package dev.musterpoint.injectors.command;

import dev.musterpoint.connections.command.Command;
import dev.musterpoint.connections.command.CommandResult;
import dev.musterpoint.connections.command.CommandRunner;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Makes a fault with one program and undoes it with another, whose command stands whole in the undo record. */
final class CommandInjector implements FaultInjector {
    /** How long a program that outlives its runner may act before it has been found and ended. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(2);

    private final Toolbox toolbox;

    CommandInjector(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) {
        Params params = fault.spec().params();
        Command undo = Command.of(params.nested(CommandInjectorProvider.UNDO));
        return new UndoRecord(
                "fault-" + fault.number() + ":" + target.id(),
                "fault:" + fault.spec().type(),
                target.id(),
                toolbox.runId() + "/" + fault.number(),
                UndoKind.AUTO,
                fault.spec().holdFor(),
                UndoData.of(toolbox.folder(), params),
                "cd " + ShellWords.quote(toolbox.folder().toString()) + " && " + ShellWords.quote(undo.run()));
    }

    @Override
    public void inject(PlannedFault fault, Target target, Injection injection) throws InjectionException {
        Command apply = Command.of(fault.spec().params().nested(CommandInjectorProvider.APPLY));
        injection.begins();
        CommandResult result = run(
                apply,
                toolbox.folder(),
                injection.cancellation(),
                process -> injection.amend(AppliedProcess.write(process)));
        if (result.exit() != apply.expectExit()) {
            throw new InjectionException(apply.program() + " ended with " + result.summary() + ", and exit code "
                    + apply.expectExit() + " was expected");
        }
    }

    /** What makes the fault is ended first: it may have outlived the runner that started it. */
    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        AppliedProcess.find(undo).ifPresent(CommandRunner::end);
        Command command = UndoData.command(undo, CommandInjectorProvider.UNDO);
        CommandResult result = run(command, UndoData.folder(undo), new Cancellation(), process -> {});
        if (result.exit() != command.expectExit()) {
            throw new InjectionException(command.program() + " ended with " + result.summary() + ", and exit code "
                    + command.expectExit() + " was expected; by hand: " + undo.byHand());
        }
    }

    @Override
    public Residue inspect(UndoRecord undo) throws InjectionException {
        if (AppliedProcess.find(undo).isPresent()) {
            return Residue.left("what makes the fault is still running");
        }
        Command command = UndoData.command(undo, CommandInjectorProvider.RESIDUE);
        CommandResult result = run(command, UndoData.folder(undo), new Cancellation(), process -> {});
        String said = command.program() + " ended with " + result.summary();
        return result.exit() == command.expectExit() ? Residue.none(said) : Residue.left(said);
    }

    @Override
    public Duration inFlight() {
        return IN_FLIGHT;
    }

    private CommandResult run(Command command, Path folder, Cancellation cancellation, Consumer<ProcessHandle> started)
            throws InjectionException {
        try {
            return new CommandRunner(folder, toolbox.redactor()).run(command, cancellation, started);
        } catch (IOException | TimeoutException e) {
            throw new InjectionException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InjectionException(command.program() + " was interrupted", e);
        }
    }
}
