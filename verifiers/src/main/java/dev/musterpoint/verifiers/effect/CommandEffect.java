package dev.musterpoint.verifiers.effect;

import dev.musterpoint.connections.command.Command;
import dev.musterpoint.connections.command.CommandResult;
import dev.musterpoint.connections.command.CommandRunner;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.EffectInspector;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.EffectProvider;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Sees the effect of {@code command/run} by the program that the drill names for it. */
public final class CommandEffect implements EffectProvider {
    @Override
    public Set<String> faultTypes() {
        return Set.of("command/run");
    }

    @Override
    public EffectInspector inspector(String faultType, Toolbox toolbox) {
        CommandRunner runner = new CommandRunner(toolbox.folder(), toolbox.redactor());
        return (fault, target) -> {
            Command effect = Command.of(fault.spec().params().nested("effect"));
            return () -> read(effect, runner);
        };
    }

    private static Reading read(Command effect, CommandRunner runner) throws InjectionException {
        try {
            CommandResult result = runner.run(effect, new Cancellation());
            return new Reading(
                    result.exit() == effect.expectExit(), effect.program() + " ended with " + result.summary());
        } catch (IOException | TimeoutException e) {
            throw new InjectionException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InjectionException(effect.program() + " was interrupted", e);
        }
    }
}
