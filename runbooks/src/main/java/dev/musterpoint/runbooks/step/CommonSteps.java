package dev.musterpoint.runbooks.step;

import dev.musterpoint.connections.command.Command;
import dev.musterpoint.connections.http.WebRequest;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spi.OutputTypes;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.StepProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;

/** Offers the step types {@code command}, {@code http} and {@code pause}, which need no system. */
public final class CommonSteps implements StepProvider {
    private static final String COMMAND = "command";
    private static final String HTTP = "http";
    private static final String PAUSE = "pause";

    @Override
    public List<TypeInfo> types() {
        return List.of(
                new TypeInfo(
                        COMMAND,
                        "Runs a program in the drill's folder, and looks at its exit code; policy must allow it",
                        Command.untimedParameters(),
                        List.of(),
                        List.of(),
                        List.of("to run the program: 'commands' of the policy names it"),
                        UndoKind.MANUAL),
                new TypeInfo(
                        HTTP,
                        "Sends a request, and looks at its answer; policy must allow the host",
                        WebRequest.untimedParameters(),
                        List.of(),
                        List.of(),
                        List.of("to send the request: 'hosts' of the policy names whom"),
                        UndoKind.MANUAL),
                TypeInfo.of(
                        PAUSE,
                        "Lets time pass, for what has no sign of being done",
                        List.of(Parameter.required(PauseStep.FOR, ParameterType.DURATION, "How long")),
                        List.of()));
    }

    @Override
    public OutputTypes outputs(String type) {
        return switch (type) {
            case COMMAND -> Found.inLines();
            case HTTP -> Found.inJson();
            default -> OutputTypes.NONE;
        };
    }

    @Override
    public StepExecutor executor(String type, Toolbox toolbox) {
        return switch (type) {
            case COMMAND -> new CommandStep(toolbox);
            case HTTP -> new RequestStep(toolbox);
            case PAUSE -> new PauseStep();
            default -> throw new IllegalArgumentException("no step type '" + type + "'");
        };
    }
}
