package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spi.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads runbook files, as strictly as {@link DrillReader}. A runbook serves many drills: that its systems and probes
 * exist is checked when a drill is planned with it.
 */
public final class RunbookReader {
    private final Catalogue catalogue;
    private final Function<String, Optional<String>> environment;

    /** @param environment looks up a variable of the environment */
    public RunbookReader(Catalogue catalogue, Function<String, Optional<String>> environment) {
        this.catalogue = catalogue;
        this.environment = environment;
    }

    /**
     * Reads a runbook.
     *
     * @param variables the values given for this run; those the runbook does not use are the drill's
     * @throws DrillFileException with every problem there is
     */
    public Runbook read(SourceFile file, Map<String, String> variables) {
        return read(file, variables, new Published(Map.of(), List.of(), true));
    }

    /** As {@link #read(SourceFile, Map)}, for one drill, to the outputs of whose {@code setup} its steps may refer. */
    public Runbook read(SourceFile file, Map<String, String> variables, List<RunbookStep> setup) {
        return read(file, variables, Published.nothing().and(setup, catalogue));
    }

    private Runbook read(SourceFile file, Map<String, String> variables, Published before) {
        Problems problems = new Problems(file.name());
        Document document = Document.open(file, FileKind.RUNBOOK, variables, environment, false, problems);
        Fields spec = document.spec();
        spec.require("steps");
        NamedItems names = new NamedItems("step", problems);
        OnFailureReader onFailure = new OnFailureReader(problems);
        StepReader reader = new StepReader(catalogue);
        List<RunbookStep> steps = names.read(
                spec.filledItems("steps"), fields -> reader.read(fields, StepReader.ofRunbook(fields, onFailure)));
        onFailure.check(names.names());
        reader.check(steps, before, problems);
        Runbook runbook = new Runbook(document.metadata(), steps);
        spec.finish();
        problems.failIfAny();
        return runbook;
    }
}
