package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.SystemCheck;
import dev.musterpoint.drills.spi.SystemProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.drills.spi.UndoSink;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Offers the system type {@code sandbox}: a PostgreSQL primary and standby that the run makes and removes. */
public final class PostgresPairProvider implements SystemProvider {
    static final String TYPE = "sandbox";

    @Override
    public List<TypeInfo> types() {
        return List.of(new TypeInfo(
                TYPE,
                "A small real system that the run makes for itself and removes: a PostgreSQL primary with a streaming standby",
                List.of(
                        new Parameter(
                                "name",
                                ParameterType.TEXT,
                                true,
                                List.of(PairOptions.NAME),
                                Optional.empty(),
                                "Which sandbox"),
                        Parameter.choice(
                                "replication",
                                List.of("async", "sync", "delayed"),
                                "async",
                                "Whether a commit waits for the standby (sync), does not (async), or does not while the"
                                        + " standby's stream is held back (delayed)"),
                        Parameter.optional(
                                "delay",
                                ParameterType.DURATION,
                                "200ms",
                                "With replication: delayed, by how much the stream is held back")),
                List.of(),
                List.of(),
                List.of("to start processes and to listen on loopback; as root, to create user namespaces"),
                UndoKind.AUTO));
    }

    @Override
    public SystemFacts describe(SystemSpec spec) {
        return PairFacts.planned(spec.name(), PairOptions.of(spec.params()));
    }

    @Override
    public Optional<UndoRecord> prepare(SystemSpec spec, Toolbox toolbox) {
        return Optional.of(PairUndo.record(spec.name(), mark(spec, toolbox)));
    }

    @Override
    public SystemFacts open(SystemSpec spec, Toolbox toolbox, UndoSink undo, Cancellation cancellation)
            throws IOException, SandboxException {
        PairOptions options = PairOptions.of(spec.params());
        PostgresPair pair = new PostgresPair(options, mark(spec, toolbox), toolbox.clock(), toolbox.redactor(), undo);
        return PairFacts.running(spec.name(), options, pair.start(Cache.ofUser(), cancellation));
    }

    @Override
    public UndoHandler undo(String type, Toolbox toolbox) {
        return new PairUndo(toolbox.clock());
    }

    @Override
    public List<SystemCheck> examine(SystemSpec spec, Toolbox toolbox, Cancellation cancellation) {
        return List.of(PostgresPairCheck.obstacle()
                .map(why -> SystemCheck.failed("sandbox", "it cannot run here", why))
                .orElseGet(() -> SystemCheck.ok("sandbox", "it can be made here, when the drill begins")));
    }

    private static String mark(SystemSpec spec, Toolbox toolbox) {
        return mark(spec.name(), toolbox);
    }

    /**
     * The owner mark of a run's sandbox. The place of the run is part of it: two runs that begin in the same second in
     * different directories have the same id, and neither may take the other's servers for its own.
     */
    static String mark(String system, Toolbox toolbox) {
        String place = toolbox.directory().toAbsolutePath().normalize().toString();
        return toolbox.runId() + "/" + system + "@" + PairDirectory.hash(place);
    }
}
