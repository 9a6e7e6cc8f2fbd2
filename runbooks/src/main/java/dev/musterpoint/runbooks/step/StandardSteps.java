package dev.musterpoint.runbooks.step;

import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spi.OutputTypes;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.StepProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;

/** Offers the step types {@code wait-for}, {@code sql}, {@code postgres/promote} and {@code postgres/caught-up}. */
public final class StandardSteps implements StepProvider {
    private static final String WAIT_FOR = "wait-for";
    private static final String SQL = "sql";
    private static final String PROMOTE = "postgres/promote";
    private static final String CAUGHT_UP = "postgres/caught-up";
    private static final List<String> DATABASES = List.of("sandbox", "postgres");

    @Override
    public List<TypeInfo> types() {
        return List.of(waitFor(), sql(), promote(), caughtUp());
    }

    private static TypeInfo waitFor() {
        return TypeInfo.of(
                WAIT_FOR,
                "Waits until a probe has been good, or bad, several times in a row",
                List.of(
                        Parameter.required(WaitFor.PROBE, ParameterType.TEXT, "The drill's probe to wait for"),
                        Parameter.choice(
                                WaitFor.STATE, List.of(WaitFor.GOOD, WaitFor.BAD), WaitFor.GOOD, "What to wait for"),
                        Parameter.optional(
                                WaitFor.COUNT,
                                ParameterType.INTEGER,
                                Integer.toString(WaitFor.USUAL_COUNT),
                                "How many answers in a row")),
                List.of());
    }

    private static TypeInfo sql() {
        return TypeInfo.of(
                SQL,
                "Runs one SQL statement, read-only unless told otherwise, and compares what it answers",
                List.of(
                        Parameter.optional(
                                SqlStep.MEMBER,
                                ParameterType.TEXT,
                                "the address that clients use",
                                "The member of the system to ask"),
                        Parameter.required(SqlStep.QUERY, ParameterType.STATEMENT, "The statement"),
                        Parameter.optional(
                                SqlStep.EXPECT,
                                ParameterType.TEXT,
                                "any answer",
                                "What the first column of the first row must be, as text (a boolean is t or f)"),
                        Parameter.optional(
                                SqlStep.WRITE,
                                ParameterType.BOOLEAN,
                                "false",
                                "Whether the statement may write; its transaction is then committed")),
                DATABASES);
    }

    private static TypeInfo promote() {
        return new TypeInfo(
                PROMOTE,
                "Promotes a PostgreSQL standby, and waits until it takes writes",
                List.of(Parameter.required(
                        PromoteStep.MEMBER, ParameterType.TEXT, "The standby, by its member's name")),
                List.of(),
                DATABASES,
                List.of("to execute pg_promote: superuser, or granted"),
                UndoKind.MANUAL);
    }

    private static TypeInfo caughtUp() {
        return TypeInfo.of(
                CAUGHT_UP,
                "Waits until a PostgreSQL standby has all that its primary had when the step began",
                List.of(Parameter.required(
                        CaughtUpStep.MEMBER, ParameterType.TEXT, "The standby, by its member's name")),
                DATABASES);
    }

    @Override
    public OutputTypes outputs(String type) {
        return switch (type) {
            case SQL -> SqlStep.OUTPUTS;
            case PROMOTE -> PromoteStep.OUTPUTS;
            default -> OutputTypes.NONE;
        };
    }

    @Override
    public StepExecutor executor(String type, Toolbox toolbox) {
        return switch (type) {
            case WAIT_FOR -> new WaitFor();
            case SQL -> new SqlStep(toolbox);
            case CAUGHT_UP -> new CaughtUpStep(toolbox);
            case PROMOTE -> new PromoteStep(toolbox);
            default -> throw new IllegalArgumentException("no step type '" + type + "'");
        };
    }
}
