package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.StepProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;

/** Offers the runbook steps that only a sandbox can do, because it owns its servers' directories. */
public final class SandboxSteps implements StepProvider {
    @Override
    public List<TypeInfo> types() {
        return List.of(TypeInfo.of(
                "postgres/rejoin",
                "Makes a member of a sandbox that has ended a standby of the one that took over, from a fresh copy of it",
                List.of(Parameter.required(RejoinStep.MEMBER, ParameterType.TEXT, "The member that comes back")),
                List.of(PostgresPairProvider.TYPE)));
    }

    @Override
    public StepExecutor executor(String type, Toolbox toolbox) {
        return new RejoinStep(toolbox);
    }
}
