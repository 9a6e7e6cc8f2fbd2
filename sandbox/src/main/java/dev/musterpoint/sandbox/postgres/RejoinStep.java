package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.SystemFacts.Member;
import dev.musterpoint.drills.spec.RunbookStep.Automated;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.ProbeStates;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.Toolbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

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
        Member joining = member(facts, step.params().text(MEMBER));
        Member upstream = facts.members().stream()
                .filter(member -> !member.name().equals(joining.name()))
                .findFirst()
                .orElseThrow();
        String mark = PostgresPairProvider.mark(system, toolbox);
        PairDirectory directory = PairDirectory.of(mark);
        refuseWhatRuns(joining.name(), directory);
        replace(facts, joining, upstream, directory);
        cancellation.throwIfCancelled();
        start(joining, upstream, directory, mark, cancellation);
        return joining.name() + " is a standby of " + upstream.name() + " now";
    }

    private static Member member(SystemFacts facts, String name) {
        return facts.member(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "system '" + facts.name() + "' has no member '" + name + "'; it has "
                                + facts.members().stream().map(Member::name).toList()));
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
        try (Connection connection = connect(facts, upstream)) {
            HotCopy.make(connection, directory.data(upstream.name()), data);
        }
        Files.createFile(data.resolve("standby.signal"));
        directory.setLogAside(joining.name());
    }

    private static Connection connect(SystemFacts facts, Member member) throws IOException, SQLException {
        Properties login = new Properties();
        login.setProperty("user", facts.facts().get("user"));
        login.setProperty(
                "password",
                Files.readString(Path.of(facts.facts().get("passwordFile"))).strip());
        login.setProperty("loginTimeout", "5");
        String url = "jdbc:postgresql://" + member.facts().get("host") + ":" + port(member) + "/"
                + facts.facts().get("database");
        return DriverManager.getConnection(url, login);
    }

    private static int port(Member member) {
        return Integer.parseInt(member.facts().get("port"));
    }

    private void start(Member joining, Member upstream, PairDirectory directory, String mark, Cancellation cancellation)
            throws IOException, SandboxException {
        Launcher launcher = new Launcher(mark);
        ServerStarter starter =
                new ServerStarter(launcher, Binaries.in(Cache.ofUser()), directory, toolbox.clock(), cancellation);
        ServerConfig config =
                ServerConfig.standby(joining.name(), port(upstream), Credentials.passFile(directory.path()));
        starter.awaitStreaming(starter.startAgain(joining.name(), config, port(joining)));
    }
}
