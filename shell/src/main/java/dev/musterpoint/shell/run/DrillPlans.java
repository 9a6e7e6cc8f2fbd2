package dev.musterpoint.shell.run;

import dev.musterpoint.drills.codec.JsonCodec;
import dev.musterpoint.drills.plan.DrillPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plans that were written to a file for review. */
public final class DrillPlans {
    private static final JsonCodec<DrillPlan> CODEC = JsonCodec.document(DrillPlan.class);

    private DrillPlans() {}

    /** Reads a plan as {@code muster drill plan -o json} prints it. */
    public static DrillPlan read(Path file) {
        try {
            return CODEC.decode(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the plan " + file, e);
        }
    }
}
