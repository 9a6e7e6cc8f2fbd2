package dev.musterpoint.shell.run;

import dev.musterpoint.drills.codec.MachineOutput;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.reports.Reports;
import java.io.ByteArrayOutputStream;
import java.util.Map;

/** A run for machines: the object that {@code quickstart}, {@code drill run} and {@code run show} print. */
public final class RunOutput {
    private RunOutput() {}

    /** As a tree, so that it can be printed as JSON or YAML. */
    public static Map<?, ?> of(RunDirectory run, Assessment assessment) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        dev.musterpoint.reports.json.MachineOutput.write(
                assessment, ReportFacts.here(run), new Reports().files(run.report()), json);
        return MachineOutput.tree(json.toByteArray());
    }
}
