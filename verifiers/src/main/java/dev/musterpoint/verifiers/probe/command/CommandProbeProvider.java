package dev.musterpoint.verifiers.probe.command;

import dev.musterpoint.connections.command.Command;
import dev.musterpoint.connections.command.CommandRunner;
import dev.musterpoint.drills.spec.FailureMode;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;
import java.util.stream.Stream;

/** Offers the probe type {@code command}. Whether a program may be run is for the policy to say, by its path. */
public final class CommandProbeProvider implements ProbeProvider {
    static final String EXPECT = "expect";
    static final String EXIT = "exit";
    static final String OUTPUT = "output";

    /** Each is a process of the runner's own machine, whose pauses widen every interval. */
    private static final int IN_FLIGHT = 16;

    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(
                "command", "Runs a program and looks how it ends; the policy must allow it", parameters(), List.of()));
    }

    private static List<Parameter> parameters() {
        Parameter expect = Parameter.mapping(
                EXPECT,
                "exit code 0",
                "What makes an answer good",
                List.of(
                        Parameter.optional(EXIT, ParameterType.INTEGER, "0", "The exit code"),
                        Parameter.optional(
                                OUTPUT,
                                ParameterType.TEXT,
                                "anything",
                                "A text within the first 16 KiB that it prints, on either output")));
        return Stream.concat(Command.bareParameters().stream(), Stream.of(expect))
                .toList();
    }

    @Override
    public Probe probe(ProbeSpec spec, Toolbox toolbox) {
        return new CommandProbe(spec.params(), new CommandRunner(toolbox.folder(), toolbox.redactor()));
    }

    @Override
    public FailureMode failureMode(String type) {
        return FailureMode.TOTAL;
    }

    @Override
    public int inFlight(String type) {
        return IN_FLIGHT;
    }
}
