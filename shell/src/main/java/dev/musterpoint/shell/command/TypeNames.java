package dev.musterpoint.shell.command;

import dev.musterpoint.drills.spi.TypeInfo;
import java.util.Iterator;

/** The names of all types of one kind. They belong to the installation, so that scripts for other shells hold them too. */
abstract class TypeNames implements Iterable<String> {
    private final App app;
    private final TypeKind kind;

    TypeNames(App app, TypeKind kind) {
        this.app = app;
        this.kind = kind;
    }

    @Override
    public final Iterator<String> iterator() {
        return kind.infos(app.catalogue()).stream().map(TypeInfo::type).sorted().iterator();
    }

    /** Of faults. */
    public static final class Faults extends TypeNames {
        public Faults(App app) {
            super(app, TypeKind.FAULT);
        }
    }

    /** Of probes. */
    public static final class Probes extends TypeNames {
        public Probes(App app) {
            super(app, TypeKind.PROBE);
        }
    }

    /** Of runbook steps. */
    public static final class Steps extends TypeNames {
        public Steps(App app) {
            super(app, TypeKind.STEP);
        }
    }

    /** Of workloads. */
    public static final class Workloads extends TypeNames {
        public Workloads(App app) {
            super(app, TypeKind.WORKLOAD);
        }
    }

    /** Of systems. */
    public static final class Systems extends TypeNames {
        public Systems(App app) {
            super(app, TypeKind.SYSTEM);
        }
    }

    /** Of conditions. */
    public static final class Conditions extends TypeNames {
        public Conditions(App app) {
            super(app, TypeKind.CONDITION);
        }
    }
}
