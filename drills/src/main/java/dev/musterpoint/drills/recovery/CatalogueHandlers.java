package dev.musterpoint.drills.recovery;

import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.UndoHandler;

/**
 * Finds handlers by name in the catalogue: {@code fault:TYPE}, {@code system:TYPE}, {@code workload:TYPE},
 * {@code probe:TYPE}; and {@link #TEARDOWN}.
 */
public final class CatalogueHandlers implements Handlers {
    /** The handler of what only a drill's own teardown undoes. */
    public static final String TEARDOWN = "drill:teardown";

    private final Catalogue catalogue;
    private final Toolbox toolbox;

    public CatalogueHandlers(Catalogue catalogue, Toolbox toolbox) {
        this.catalogue = catalogue;
        this.toolbox = toolbox;
    }

    @Override
    public UndoHandler of(UndoRecord undo) {
        int colon = undo.handler().indexOf(':');
        String kind = undo.handler().substring(0, Math.max(colon, 0));
        String type = undo.handler().substring(colon + 1);
        return switch (kind) {
            case "fault" -> catalogue.faults().get(type).injector(type, toolbox);
            case "system" -> catalogue.systems().get(type).undo(type, toolbox);
            case "workload" -> catalogue.workloads().get(type).undo(type, toolbox);
            case "probe" -> catalogue.probes().get(type).undo(type, toolbox);
            case "drill" -> new UnseenTeardown();
            default -> throw new IllegalArgumentException("no handler for '" + undo.handler() + "'");
        };
    }
}
