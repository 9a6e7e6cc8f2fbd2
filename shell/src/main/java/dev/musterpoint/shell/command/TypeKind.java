package dev.musterpoint.shell.command;

import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;
import java.util.Locale;

/** A kind of type that the catalogue holds. */
enum TypeKind {
    FAULT,
    PROBE,
    STEP,
    WORKLOAD,
    SYSTEM,
    CONDITION;

    /** The word in commands: {@code fault}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<TypeInfo> infos(Catalogue catalogue) {
        return switch (this) {
            case FAULT -> catalogue.faults().infos();
            case PROBE -> catalogue.probes().infos();
            case STEP -> catalogue.steps().infos();
            case WORKLOAD -> catalogue.workloads().infos();
            case SYSTEM -> catalogue.systems().infos();
            case CONDITION -> catalogue.conditions().infos();
        };
    }
}
