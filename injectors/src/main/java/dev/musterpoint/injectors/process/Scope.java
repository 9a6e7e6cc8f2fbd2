package dev.musterpoint.injectors.process;

import dev.musterpoint.drills.spec.Params;
import java.util.Locale;

/** How far a fault reaches. */
enum Scope {
    /** The one process. */
    PROCESS,
    /** The process and everything descended from it. */
    TREE;

    static Scope of(Params params) {
        return valueOf(params.text("scope", "tree").toUpperCase(Locale.ROOT));
    }
}
