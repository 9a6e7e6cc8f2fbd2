package dev.musterpoint.runbooks.step;

import dev.musterpoint.connections.postgres.Postgres;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Toolbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A step's connection to the database that it names. */
final class StepConnection {
    private StepConnection() {}

    /** Connects within the step's timeout, which then bounds every answer too. Cancelling breaks it off. */
    static Connection open(Automated step, Toolbox toolbox, Cancellation cancellation) throws SQLException {
        Optional<String> member = step.params().find(SqlStep.MEMBER);
        Postgres postgres = postgres(step, toolbox);
        return member.isPresent()
                ? postgres.openMember(member.get(), step.timeout(), cancellation)
                : postgres.open(step.timeout(), cancellation);
    }

    /** The same to the address that clients use, whichever member the step names. */
    static Connection openPrimary(Automated step, Toolbox toolbox, Cancellation cancellation) throws SQLException {
        return postgres(step, toolbox).open(step.timeout(), cancellation);
    }

    private static Postgres postgres(Automated step, Toolbox toolbox) {
        String system = step.system()
                .orElseThrow(() -> new IllegalArgumentException(
                        "step '" + step.name() + "' of type " + step.type() + " needs 'system'"));
        SystemFacts facts = toolbox.systems().get(system);
        return Postgres.of(facts, toolbox.redactor());
    }
}
