package dev.musterpoint.shell.run;

import dev.musterpoint.drills.codec.SourceFile;
import dev.musterpoint.drills.plan.DrillPlan;
import java.util.List;
import java.util.Objects;

/** A drill that was read and planned. {@code warnings} are what is correct and will measure badly. */
public record PreparedDrill(SourceFile source, DrillPlan plan, List<String> warnings) {
    public PreparedDrill {
        Objects.requireNonNull(source);
        Objects.requireNonNull(plan);
        warnings = List.copyOf(warnings);
    }
}
