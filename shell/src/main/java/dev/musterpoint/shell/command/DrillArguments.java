package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.FileKind;
import dev.musterpoint.drills.codec.Nearest;
import dev.musterpoint.drills.codec.SourceFile;
import dev.musterpoint.drills.planning.PlanRefusedException;
import dev.musterpoint.shell.run.FileLibrary.Entry;
import dev.musterpoint.shell.run.PreparedDrill;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which drill, and its variables. */
final class DrillArguments {
    @Parameters(
            paramLabel = "DRILL",
            completionCandidates = DrillNames.class,
            description = "a drill's name, or the path of its file")
    String drill;

    @Option(names = "--var", paramLabel = "NAME=VALUE", description = "sets a variable of the drill; may be repeated")
    Map<String, String> variables = new LinkedHashMap<>();

    Path file(App app) {
        return file(app, drill);
    }

    /** The file of {@code drill}, a name or a path. @throws CommandFailure when there is none */
    static Path file(App app, String drill) {
        return app.drills().find(drill).orElseThrow(() -> new CommandFailure(ExitCode.USAGE, unknown(app, drill)));
    }

    private static String unknown(App app, String drill) {
        List<String> names = app.drills().list().stream().map(Entry::name).toList();
        return "there is no drill '" + drill + "' ('muster drill list' shows those there are; a path ends in .yaml)"
                + Nearest.hint(drill, names);
    }

    /** As {@link #prepare}, to be run: a refusal by policy is an attempt, and is recorded as one. */
    PreparedDrill prepareToRun(App app) {
        return prepareToRun(app, file(app), variables);
    }

    static PreparedDrill prepareToRun(App app, Path file, Map<String, String> variables) {
        try {
            return app.drillService().prepare(file, variables);
        } catch (PlanRefusedException refused) {
            String name = FileKind.peek(SourceFile.read(file)).name();
            throw refused.byPolicy() ? app.runService().recorded(refused, name, "") : refused;
        }
    }

    PreparedDrill prepare(App app) {
        return app.drillService().prepare(file(app), variables);
    }
}
