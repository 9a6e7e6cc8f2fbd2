package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.StepProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.sandbox.kind.SandboxKind;
import java.util.List;

/** Offers the runbook steps that only a sandbox can do, because it owns its servers' directories. */
public final class SandboxSteps implements StepProvider {
    private static final String REJOIN = "postgres/rejoin";
    private static final String DEMOTE = "postgres/demote";

    @Override
    public List<TypeInfo> types() {
        return List.of(
                TypeInfo.of(
                        REJOIN,
                        "Makes a member of a sandbox that has ended a standby of the one that took over, from a fresh"
                                + " copy of it",
                        List.of(Parameter.required(
                                RejoinStep.MEMBER, ParameterType.TEXT, "The member that comes back")),
                        List.of(SandboxKind.TYPE)),
                TypeInfo.of(
                        DEMOTE,
                        "Shuts the primary of a sandbox down in order, once its standby has all that it acknowledged",
                        List.of(
                                Parameter.required(DemoteStep.MEMBER, ParameterType.TEXT, "The primary, by its name"),
                                Parameter.optional(
                                        DemoteStep.WITHOUT_STANDBY,
                                        ParameterType.BOOLEAN,
                                        "false",
                                        "Whether it may be shut down though no standby follows: what only it has is"
                                                + " then lost")),
                        List.of(SandboxKind.TYPE)));
    }

    @Override
    public StepExecutor executor(String type, Toolbox toolbox) {
        return type.equals(DEMOTE) ? new DemoteStep(toolbox) : new RejoinStep(toolbox);
    }
}
