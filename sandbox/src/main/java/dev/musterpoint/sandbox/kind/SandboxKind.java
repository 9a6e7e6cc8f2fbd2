package dev.musterpoint.sandbox.kind;

import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.drills.spi.UndoSink;
import java.util.List;
import java.util.Optional;

/** One kind of sandbox: a small real system that a run makes for itself and removes. Cheap to create. */
public interface SandboxKind {
    /** The system type that all sandboxes are of. */
    String TYPE = "sandbox";

    /** What undo records of sandboxes name as their handler. */
    String HANDLER = "system:" + TYPE;

    /** The key, of a system's parameters, of its facts and of undo records, under which the kind is named. */
    String NAME = "name";

    /** As {@link #NAME}, in facts and undo records. */
    String KIND = "sandbox";

    /** What drills call it, such as {@code postgres-pair}. */
    String name();

    /** What it is, in a phrase. */
    String summary();

    /** Its parameters, besides its name. */
    List<Parameter> parameters();

    /**
     * What is known of it before it exists.
     *
     * @throws IllegalArgumentException naming the parameter that is wrong
     */
    SystemFacts describe(SystemSpec spec);

    /** What removing it will need. Changes nothing. @param mark its owner mark */
    UndoRecord prepare(SystemSpec spec, String mark);

    /** Makes it. @throws Exception with a message that says what failed, where to look, and what to do */
    SystemFacts open(SystemSpec spec, String mark, Toolbox toolbox, UndoSink undo, Cancellation cancellation)
            throws Exception;

    UndoHandler undo(Toolbox toolbox);

    /** What keeps this machine from making it, and what to do; empty when nothing does. Installs and starts nothing. */
    Optional<String> obstacle();
}
