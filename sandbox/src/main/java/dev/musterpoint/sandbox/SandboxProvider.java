package dev.musterpoint.sandbox;

import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Cancellation;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.SystemCheck;
import dev.musterpoint.drills.spi.SystemProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.drills.spi.UndoHandler;
import dev.musterpoint.drills.spi.UndoSink;
import dev.musterpoint.sandbox.kind.Marks;
import dev.musterpoint.sandbox.kind.SandboxKind;
import dev.musterpoint.sandbox.kubernetes.ZonesKind;
import dev.musterpoint.sandbox.postgres.PostgresPairKind;
import dev.musterpoint.sandbox.toxiproxy.ProxiedPairKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Offers the system type {@code sandbox}: small real systems that a run makes for itself and removes, by their names. */
public final class SandboxProvider implements SystemProvider {
    private static final List<SandboxKind> KINDS =
            List.of(new PostgresPairKind(), new ZonesKind(), new ProxiedPairKind());
    /** Records made when there was one kind do not name it. */
    private static final String FIRST = KINDS.get(0).name();

    @Override
    public List<TypeInfo> types() {
        String kinds =
                KINDS.stream().map(kind -> kind.name() + ", " + kind.summary()).collect(Collectors.joining("; "));
        Parameter name = new Parameter(
                SandboxKind.NAME,
                ParameterType.TEXT,
                true,
                KINDS.stream().map(SandboxKind::name).toList(),
                Optional.empty(),
                "Which sandbox: " + kinds);
        return List.of(new TypeInfo(
                SandboxKind.TYPE,
                "A small real system that the run makes for itself and removes",
                Stream.concat(Stream.of(name), KINDS.stream().flatMap(kind -> kind.parameters().stream()))
                        .toList(),
                List.of(),
                List.of(),
                List.of("to start processes and to listen on loopback; as root, to create namespaces"),
                UndoKind.AUTO));
    }

    @Override
    public SystemFacts describe(SystemSpec spec) {
        return kind(spec).describe(spec);
    }

    @Override
    public Optional<UndoRecord> prepare(SystemSpec spec, Toolbox toolbox) {
        return Optional.of(kind(spec).prepare(spec, Marks.of(spec.name(), toolbox)));
    }

    @Override
    public SystemFacts open(SystemSpec spec, Toolbox toolbox, UndoSink undo, Cancellation cancellation)
            throws Exception {
        return kind(spec).open(spec, Marks.of(spec.name(), toolbox), toolbox, undo, cancellation);
    }

    @Override
    public List<SystemCheck> examine(SystemSpec spec, Toolbox toolbox, Cancellation cancellation) {
        return List.of(kind(spec)
                .obstacle()
                .map(why -> SystemCheck.failed(SandboxKind.TYPE, "it cannot run here", why))
                .orElseGet(() -> SystemCheck.ok(SandboxKind.TYPE, "it can be made here, when the drill begins")));
    }

    /** @throws IllegalArgumentException when there is no such kind, or it has no such parameter */
    private static SandboxKind kind(SystemSpec spec) {
        SandboxKind kind = kind(spec.params().text(SandboxKind.NAME));
        List<String> known = kind.parameters().stream().map(Parameter::name).toList();
        for (String given : spec.params().values().keySet()) {
            if (!given.equals(SandboxKind.NAME) && !known.contains(given)) {
                throw new IllegalArgumentException("the sandbox " + kind.name() + " has no parameter '" + given + "'"
                        + (known.isEmpty() ? "" : "; it has " + String.join(", ", known)));
            }
        }
        return kind;
    }

    private static SandboxKind kind(String name) {
        return KINDS.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no sandbox '" + name + "'; use "
                        + KINDS.stream().map(SandboxKind::name).collect(Collectors.joining(" or "))));
    }

    @Override
    public UndoHandler undo(String type, Toolbox toolbox) {
        return new UndoHandler() {
            @Override
            public void recover(UndoRecord undo) throws InjectionException {
                of(undo).recover(undo);
            }

            @Override
            public Residue inspect(UndoRecord undo) throws InjectionException {
                return of(undo).inspect(undo);
            }

            @Override
            public Duration inFlight() {
                return KINDS.stream()
                        .map(kind -> kind.undo(toolbox).inFlight())
                        .max(Duration::compareTo)
                        .orElseThrow();
            }

            @Override
            public Duration longest(UndoRecord undo) {
                return of(undo).longest(undo);
            }

            private UndoHandler of(UndoRecord undo) {
                return kind(undo.data().getOrDefault(SandboxKind.KIND, FIRST)).undo(toolbox);
            }
        };
    }
}
