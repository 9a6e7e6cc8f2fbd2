package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.Nearest;
import dev.musterpoint.drills.codec.RunbookReader;
import dev.musterpoint.drills.codec.SourceFile;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.shell.run.FileLibrary.Entry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which runbook, and its variables. */
final class RunbookArguments {
    @Parameters(
            paramLabel = "RUNBOOK",
            completionCandidates = RunbookNames.class,
            description = "a runbook's name, or the path of its file")
    String runbook;

    @Option(names = "--var", paramLabel = "NAME=VALUE", description = "sets a variable of the runbook; may be repeated")
    Map<String, String> variables = new LinkedHashMap<>();

    Path file(App app) {
        return app.runbooks().find(runbook).orElseThrow(() -> new CommandFailure(ExitCode.USAGE, unknown(app)));
    }

    private String unknown(App app) {
        List<String> names = app.runbooks().list().stream().map(Entry::name).toList();
        return "there is no runbook '" + runbook
                + "' ('muster runbook list' shows those there are; a path ends in .yaml)"
                + Nearest.hint(runbook, names);
    }

    Runbook read(App app) {
        return new RunbookReader(app.catalogue(), name -> Optional.ofNullable(System.getenv(name)))
                .read(SourceFile.read(file(app)), variables);
    }
}
