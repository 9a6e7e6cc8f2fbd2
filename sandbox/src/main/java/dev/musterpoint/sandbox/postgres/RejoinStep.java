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
import dev.musterpoint.sandbox.kind.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes a member of the sandbox that has ended a standby of the one that took over: its old directory, with whatever only it
 * had, gives way to a fresh copy. It comes back on its old port. The sandbox's own undo removes it with the rest.
 */
final class RejoinStep implements StepExecutor {
    static final String MEMBER = "member";

    private final Toolbox toolbox;

    RejoinStep(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public String execute(Automated step, ProbeStates probes, Cancellation cancellation)
            throws IOException, SQLException, SandboxException {
        String system = step.system().orElseThrow(() -> new IllegalArgumentException("postgres/rejoin needs 'system'"));
        SystemFacts facts = toolbox.systems().get(system);
        Member joining = Members.get(facts, step.params().text(MEMBER));
        Member upstream = Members.other(facts, joining);
        String mark = Marks.of(system, toolbox);
        PairDirectory directory = PairDirectory.of(mark);
        refuseWhatRuns(joining.name(), directory);
        replace(facts, joining, upstream, directory);
        cancellation.throwIfCancelled();
        start(joining, upstream, directory, mark, cancellation);
        return joining.name() + " is a standby of " + upstream.name() + " now";
    }

    private static void refuseWhatRuns(String member, PairDirectory directory) throws IOException, SandboxException {
        Path status = directory.data(member).resolve("postmaster.pid");
        if (Files.exists(status)) {
            long pid = Long.parseLong(Files.readAllLines(status).get(0).strip());
            if (OwnedProcesses.runsIn(pid, directory.data(member))) {
                throw new SandboxException(member + " still runs (pid " + pid
                        + "); two servers that take writes must not both live: stop it" + " first");
            }
        }
    }

    private static void replace(SystemFacts facts, Member joining, Member upstream, PairDirectory directory)
            throws IOException, SQLException {
        Path data = directory.data(joining.name());
        SharedMemory.remove(data);
        Trees.delete(data);
        try (Connection connection = Members.connect(facts, upstream)) {
            HotCopy.make(connection, directory.data(upstream.name()), data);
        }
        Files.createFile(data.resolve("standby.signal"));
        directory.setLogAside(joining.name());
    }

    private void start(Member joining, Member upstream, PairDirectory directory, String mark, Cancellation cancellation)
            throws IOException, SandboxException {
        Launcher launcher = new Launcher(mark);
        ServerStarter starter =
                new ServerStarter(launcher, Binaries.in(Cache.ofUser()), directory, toolbox.clock(), cancellation);
        ServerConfig config =
                ServerConfig.standby(joining.name(), Members.port(upstream), Credentials.passFile(directory.path()));
        starter.awaitStreaming(starter.startAgain(joining.name(), config, Members.port(joining)));
    }
}
