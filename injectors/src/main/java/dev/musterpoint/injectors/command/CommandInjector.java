package dev.musterpoint.injectors.command;

import dev.musterpoint.connections.command.Command;
import dev.musterpoint.connections.command.CommandResult;
import dev.musterpoint.connections.command.CommandRunner;
import dev.musterpoint.connections.command.StartedProcess;
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
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Makes a fault with one program and undoes it with another, whose command stands whole in the undo record. */
final class CommandInjector implements FaultInjector {
    /** How long what a program was doing when its runner died may still take effect. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(2);

    private static final Duration MOMENT = Duration.ofSeconds(10);

    private final Toolbox toolbox;

    CommandInjector(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) {
        Params params = fault.spec().params();
        Command undo = Command.of(params.nested(CommandInjectorProvider.UNDO));
        return UndoRecord.of(
                fault,
                target,
                toolbox.ownerMark(fault),
                UndoKind.AUTO,
                UndoData.of(toolbox.folder(), params),
                "cd " + ShellWords.quote(toolbox.folder().toString()) + " && " + ShellWords.quote(undo.run()));
    }

    @Override
    public void inject(PlannedFault fault, Target target, Injection injection) throws InjectionException {
        Command apply = Command.of(fault.spec().params().nested(CommandInjectorProvider.APPLY));
        CommandResult result = call(apply, () -> runner(toolbox.folder())
                .runAfter(process -> record(process, injection), apply, injection.cancellation()));
        if (result.exit() != apply.expectExit()) {
            throw new InjectionException(apply.program() + " ended with " + result.summary() + ", and exit code "
                    + apply.expectExit() + " was expected");
        }
    }

    /** Durable before the program begins: a runner that dies leaves none that nobody knows of. */
    private static void record(ProcessHandle process, Injection injection) {
        injection.amend(StartedProcess.of(process).toMap());
        injection.begins();
    }

    /** What makes the fault is ended first: it may have outlived the runner that started it. */
    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        applied(undo).ifPresent(CommandRunner::end);
        Command command = UndoData.command(undo, CommandInjectorProvider.UNDO);
        CommandResult result = run(command, undo);
        if (result.exit() != command.expectExit()) {
            throw new InjectionException(command.program() + " ended with " + result.summary() + ", and exit code "
                    + command.expectExit() + " was expected; by hand: " + undo.byHand());
        }
    }

    @Override
    public Residue inspect(UndoRecord undo) throws InjectionException {
        if (applied(undo).isPresent()) {
            return Residue.left("what makes the fault is still running");
        }
        Command command = UndoData.command(undo, CommandInjectorProvider.RESIDUE);
        CommandResult result = run(command, undo);
        String said = command.program() + " ended with " + result.summary();
        return result.exit() == command.expectExit() ? Residue.none(said) : Residue.left(said);
    }

    @Override
    public Duration inFlight() {
        return IN_FLIGHT;
    }

    /** No longer than its commands may take, and a moment for the rest. */
    @Override
    public Duration longest(UndoRecord undo) {
        return Stream.of(CommandInjectorProvider.UNDO, CommandInjectorProvider.RESIDUE)
                .map(key -> UndoData.command(undo, key).timeout())
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other)
                .plus(MOMENT);
    }

    private static Optional<ProcessHandle> applied(UndoRecord undo) {
        return StartedProcess.of(undo.data()).flatMap(StartedProcess::find);
    }

    private CommandResult run(Command command, UndoRecord undo) throws InjectionException {
        return call(command, () -> runner(UndoData.folder(undo)).run(command, new Cancellation()));
    }

    private CommandRunner runner(Path folder) {
        return new CommandRunner(folder, toolbox.redactor());
    }

    private static CommandResult call(Command command, Call call) throws InjectionException {
        try {
            return call.make();
        } catch (IOException | TimeoutException e) {
            throw new InjectionException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InjectionException(command.program() + " was interrupted", e);
        }
    }

    @FunctionalInterface
    private interface Call {
        CommandResult make() throws IOException, InterruptedException, TimeoutException;
    }
}
