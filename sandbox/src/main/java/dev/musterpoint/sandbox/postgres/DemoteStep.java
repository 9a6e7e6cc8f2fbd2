package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemFacts.Member;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.sandbox.kind.Marks;
import dev.musterpoint.sandbox.kind.SandboxException;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Shuts the primary of a sandbox down in order: it takes no more writes, and ends once its standby has all that it
 * acknowledged. A standby that does not stream would miss that, so that without one nothing is done unless it is asked for.
 * PostgreSQL cannot make a running primary a standby; {@code postgres/rejoin} brings the member back as one.
 */
final class DemoteStep implements StepExecutor {
    static final String MEMBER = "member";
    static final String WITHOUT_STANDBY = "withoutStandby";
    private static final String STREAMING = "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'";

    private final Toolbox toolbox;

    DemoteStep(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public String execute(Automated step, ProbeStates probes, Cancellation cancellation)
            throws IOException, SQLException, SandboxException {
        String system = step.system().orElseThrow(() -> new IllegalArgumentException("postgres/demote needs 'system'"));
        SystemFacts facts = toolbox.systems().get(system);
        Member member = Members.get(facts, step.params().text(MEMBER));
        boolean replicated = isReplicated(facts, member);
        if (!replicated && !step.params().flag(WITHOUT_STANDBY, false)) {
            throw new SandboxException("no standby streams from " + member.name()
                    + ", and what only it has would be lost;"
                    + " bring one back first (postgres/rejoin), or allow it with '" + WITHOUT_STANDBY + ": true'");
        }
        cancellation.throwIfCancelled();
        stop(member, Marks.of(system, toolbox), step.timeout());
        return member.name() + " has shut down"
                + (replicated ? " after its standby had everything" : "; no standby had followed it");
    }

    private static boolean isReplicated(SystemFacts facts, Member member) throws IOException, SQLException {
        try (Connection connection = Members.connect(facts, member);
                PreparedStatement statement = connection.prepareStatement(STREAMING);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    private static void stop(Member member, String mark, Duration timeout) throws IOException, SandboxException {
        PairDirectory directory = PairDirectory.of(mark);
        List<String> arguments = List.of(
                "stop",
                "-m",
                "fast",
                "-w",
                "-t",
                Long.toString(Math.max(1, timeout.toSeconds())),
                "-D",
                directory.data(member.name()).toString());
        new Launcher(mark)
                .run(
                        Binaries.in(Cache.ofUser()).program("pg_ctl"),
                        arguments,
                        new File("/dev/null"),
                        directory.path().resolve(member.name() + ".stop.log"));
    }
}
