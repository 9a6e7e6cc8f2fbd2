package dev.musterpoint.verifiers.condition;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spec.ConditionSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spi.Condition;
import dev.musterpoint.drills.spi.ConditionProvider;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;
import java.util.Optional;

/** Offers the condition types {@code postgres/role} and {@code probe/state}. */
public final class StandardConditions implements ConditionProvider {
    private static final String ROLE = "postgres/role";
    private static final String STATE = "probe/state";
    private static final String MEMBER = "member";
    private static final String PROBE = "probe";
    private static final String IS = "is";

    @Override
    public List<TypeInfo> types() {
        TypeInfo role = new TypeInfo(
                ROLE,
                "Whether a PostgreSQL server is a primary or a standby, as it says itself",
                List.of(
                        Parameter.optional(
                                MEMBER,
                                ParameterType.TEXT,
                                "whichever server the system's address leads to",
                                "Which member of the system"),
                        is(List.of("primary", "standby"), "The role it must have")),
                List.of(),
                List.of("sandbox", "postgres"),
                List.of("to connect to the database"),
                UndoKind.NONE);
        TypeInfo state = TypeInfo.of(
                STATE,
                "Whether the last attempt of a probe was good",
                List.of(
                        Parameter.required(PROBE, ParameterType.TEXT, "Which probe of the drill"),
                        is(List.of("good", "failing"), "How its last attempt must have been")),
                List.of());
        return List.of(state, role);
    }

    private static Parameter is(List<String> choices, String description) {
        return new Parameter(IS, ParameterType.TEXT, true, choices, Optional.empty(), description);
    }

    @Override
    public Condition condition(ConditionSpec spec, Toolbox toolbox, ProbeStates probes) {
        Params params = spec.params();
        boolean first = List.of("primary", "good").contains(params.text(IS));
        if (spec.type().equals(STATE)) {
            return new ProbeStateCondition(probes, params.text(PROBE), first);
        }
        String system = spec.system().orElseThrow();
        Postgres postgres = Postgres.of(toolbox.systems().get(system), toolbox.redactor());
        return new PostgresRoleCondition(postgres, system, params.find(MEMBER), first);
    }
}
