package dev.musterpoint.sandbox.postgres;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.drills.spi.UndoSink;
import dev.musterpoint.sandbox.kind.SandboxException;
import dev.musterpoint.sandbox.kind.SandboxKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A real PostgreSQL primary with a streaming standby. */
public final class PostgresPairKind implements SandboxKind {
    @Override
    public String name() {
        return PairOptions.NAME;
    }

    @Override
    public String summary() {
        return "a PostgreSQL primary with a streaming standby";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(
                        "replication",
                        List.of("async", "sync", "delayed"),
                        "async",
                        "With postgres-pair: whether a commit waits for the standby (sync), does not (async), or does not"
                                + " while the standby's stream is held back (delayed)"),
                Parameter.optional(
                        "delay",
                        ParameterType.DURATION,
                        "200ms",
                        "With replication: delayed, by how much the stream is held back"));
    }

    @Override
    public SystemFacts describe(SystemSpec spec) {
        return PairFacts.planned(spec.name(), PairOptions.of(spec.params()));
    }

    @Override
    public UndoRecord prepare(SystemSpec spec, String mark) {
        return PairUndo.record(spec.name(), mark);
    }

    @Override
    public SystemFacts open(SystemSpec spec, String mark, Toolbox toolbox, UndoSink undo, Cancellation cancellation)
            throws IOException, SandboxException {
        PairOptions options = PairOptions.of(spec.params());
        PostgresPair pair = new PostgresPair(options, mark, toolbox.clock(), toolbox.redactor(), undo);
        return PairFacts.running(spec.name(), options, pair.start(Cache.ofUser(), cancellation));
    }

    @Override
    public UndoHandler undo(Toolbox toolbox) {
        return new PairUndo(toolbox.clock());
    }

    @Override
    public Optional<String> obstacle() {
        return PostgresPairCheck.obstacle();
    }
}
