package dev.musterpoint.shell.run;

import dev.musterpoint.drills.codec.SourceFile;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.planning.PlanDifference;
import dev.musterpoint.drills.planning.PlanRefusedException;
import dev.musterpoint.drills.planning.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A drill that was read and planned. {@code warnings} are what is correct and will measure badly. */
public record PreparedDrill(SourceFile source, DrillPlan plan, List<String> warnings) {
    public PreparedDrill {
        Objects.requireNonNull(source);
        Objects.requireNonNull(plan);
        warnings = List.copyOf(warnings);
    }

    /** The folder of the drill file. */
    public Path folder() {
        return Path.of(source.name()).toAbsolutePath().getParent();
    }

    /**
     * This drill, run exactly as it was reviewed.
     *
     * @throws PlanRefusedException when what would run now is not what was reviewed
     */
    public PreparedDrill asReviewed(DrillPlan reviewed) {
        List<String> differences = PlanDifference.between(reviewed, plan);
        if (!differences.isEmpty()) {
            throw new PlanRefusedException(differences.stream()
                    .map(difference -> new Refusal(Refusal.Ground.POLICY, "the reviewed plan", difference))
                    .toList());
        }
        return new PreparedDrill(source, reviewed, warnings);
    }
}
