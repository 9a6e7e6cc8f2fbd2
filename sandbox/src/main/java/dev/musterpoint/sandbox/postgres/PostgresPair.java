package dev.musterpoint.sandbox.postgres;

import static dev.musterpoint.sandbox.postgres.PairDirectory.PRIMARY;
import static dev.musterpoint.sandbox.postgres.PairDirectory.STANDBY;

import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.spi.UndoSink;
import dev.musterpoint.sandbox.kind.SandboxException;
import dev.musterpoint.sandbox.kind.Trees;
import dev.musterpoint.sandbox.postgres.PairOptions.Replication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Makes a primary and its streaming standby. What fails half-way is left as it is, for the undo record to remove. */
final class PostgresPair {
    private final PairOptions options;
    private final String mark;
    private final PairDirectory directory;
    private final RunClock clock;
    private final Redactor redactor;
    private final UndoSink undo;

    PostgresPair(PairOptions options, String mark, RunClock clock, Redactor redactor, UndoSink undo) {
        this.options = options;
        this.mark = mark;
        this.directory = PairDirectory.of(mark);
        this.clock = clock;
        this.redactor = redactor;
        this.undo = undo;
    }

    /** Returns once the standby streams. @throws java.util.concurrent.CancellationException when no longer wanted */
    Running start(Cache cache, Cancellation cancellation) throws IOException, SandboxException {
        Launcher launcher = new Launcher(mark);
        Binaries binaries = Binaries.in(cache);
        Path template = Template.in(cache, binaries, launcher);
        cancellation.throwIfCancelled();
        Credentials credentials = makeDirectories(template, binaries, launcher);
        ServerStarter starter = new ServerStarter(launcher, binaries, directory, clock, cancellation);

        ServerConfig primaryConfig = ServerConfig.primary(PRIMARY, STANDBY, options.replication());
        PostgresServer primary = starter.start(PRIMARY, primaryConfig, this::record);
        Optional<ReplicationRelay> relay = relay(primary);
        int upstream = relay.map(ReplicationRelay::port).orElse(primary.port());
        ServerConfig standbyConfig = ServerConfig.standby(STANDBY, upstream, credentials.passFile());
        PostgresServer standby = starter.start(STANDBY, standbyConfig, this::record);
        starter.awaitStreaming(standby);
        relay.ifPresent(r -> r.holdBack(options.delay()));
        return new Running(primary, standby, credentials, directory);
    }

    private Credentials makeDirectories(Path template, Binaries binaries, Launcher launcher)
            throws IOException, SandboxException {
        directory.create();
        Credentials credentials = Credentials.create(directory.path());
        redactor.protect(credentials.password());
        Path primary = directory.data(PRIMARY);
        Trees.copy(template, primary);
        Template.setPassword(
                primary, credentials, binaries, launcher, directory.path().resolve("setup.log"));
        Trees.copy(primary, directory.data(STANDBY));
        Files.createFile(directory.data(STANDBY).resolve("standby.signal"));
        return credentials;
    }

    private Optional<ReplicationRelay> relay(PostgresServer primary) throws IOException {
        return options.replication() == Replication.DELAYED
                ? Optional.of(RunningRelays.keep(mark, new ReplicationRelay(clock, primary.port())))
                : Optional.empty();
    }

    private void record(PostgresServer server) {
        undo.amend(Map.of(
                server.member() + ".pid", Long.toString(server.pid()),
                server.member() + ".startedAt", server.startedAt().toString()));
    }

    /** A pair that is up. */
    record Running(PostgresServer primary, PostgresServer standby, Credentials credentials, PairDirectory directory) {}
}
