package dev.musterpoint.reports.json;

import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.drills.verdict.Finding.ObjectiveJudged;
import dev.musterpoint.drills.verdict.Finding.WritesSeen;
import dev.musterpoint.drills.verdict.Interval;
import dev.musterpoint.reports.model.RunFacts;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The one object with stable names that a command prints for a run. */
public final class MachineOutput {
    private MachineOutput() {}

    /**
     * Writes the object. A count that nothing was measured for is null, as is an upper bound that is open.
     *
     * @param reports the report's files, by format
     * @throws tools.jackson.core.JacksonException when it cannot be written
     */
    public static void write(Assessment assessment, RunFacts run, Map<String, Path> reports, OutputStream out) {
        try (Json json = new Json(out)) {
            json.document(() -> {
                json.text("runId", run.runId());
                json.text("runDirectory", run.directory());
                json.text("outcome", assessment.outcome().name());
                json.text("verdict", assessment.verdict().name());
                json.text("cleanup", assessment.cleanUp().name());
                json.objects("objectives", assessment.findings(ObjectiveJudged.class), o -> objective(json, o));
                json.object("writes", () -> writes(json, assessment.findings(WritesSeen.class)));
                json.object("reports", () -> reports.forEach((format, path) -> json.text(format, path.toString())));
            });
        }
    }

    private static void objective(Json json, ObjectiveJudged objective) {
        json.text("name", objective.objective());
        json.text("kind", objective.kind());
        json.seconds("targetSeconds", objective.target());
        json.seconds("lowerSeconds", objective.measured().map(Interval::lower));
        json.seconds("upperSeconds", objective.measured().flatMap(Interval::upper));
        json.quantity("quantity", objective.quantity());
        json.text("verdict", objective.verdict().name());
    }

    private static void writes(Json json, List<WritesSeen> seen) {
        boolean known = !seen.isEmpty();
        boolean readBack = known && seen.stream().allMatch(WritesSeen::readBack);
        sum(json, "acknowledged", known, seen, WritesSeen::acknowledged);
        sum(json, "lost", readBack, seen, WritesSeen::lost);
        sum(json, "unknown", known, seen, WritesSeen::unknown);
        sum(json, "recovered", readBack, seen, WritesSeen::recovered);
        sum(json, "phantom", readBack, seen, WritesSeen::phantom);
    }

    private static void sum(
            Json json, String name, boolean known, List<WritesSeen> seen, ToLongFunction<WritesSeen> count) {
        if (known) {
            json.number(name, seen.stream().mapToLong(count).sum());
        } else {
            json.nothing(name);
        }
    }
}
