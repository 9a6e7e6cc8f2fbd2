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
        String system = step.system()
                .orElseThrow(() -> new IllegalArgumentException(
                        "step '" + step.name() + "' of type " + step.type() + " needs 'system'"));
        SystemFacts facts = toolbox.systems().get(system);
        Postgres postgres = Postgres.of(facts, toolbox.redactor());
        Optional<String> member = step.params().find(SqlStep.MEMBER);
        return member.isPresent()
                ? postgres.openMember(member.get(), step.timeout(), cancellation)
                : postgres.open(step.timeout(), cancellation);
    }
}
