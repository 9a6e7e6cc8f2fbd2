package dev.musterpoint.shell.run;

import dev.musterpoint.drills.codec.DrillReader;
import dev.musterpoint.drills.codec.SourceFile;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.planning.DrillLint;
import dev.musterpoint.drills.planning.Planner;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.runbooks.RunbookLibrary;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads and plans drills. Contacts the world only to read. */
public final class DrillService {
    private final Settings settings;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final Function<String, Optional<String>> environment;

    public DrillService(
            Settings settings,
            Catalogue catalogue,
            InstantSource clock,
            Function<String, Optional<String>> environment) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
        this.environment = environment;
    }

    /**
     * Reads, checks and plans the drill in {@code file}.
     *
     * @throws dev.musterpoint.drills.codec.DrillFileException with every problem of its files
     * @throws dev.musterpoint.drills.planning.PlanRefusedException with every reason against planning it
     */
    public PreparedDrill prepare(Path file, Map<String, String> variables) {
        SourceFile source = SourceFile.read(file);
        DrillSpec spec = new DrillReader(catalogue, environment).read(source, variables);
        Optional<Runbook> runbook = spec.runbook().map(name -> runbook(name, file, variables));
        Planner planner = new Planner(catalogue, PolicySnapshot.BUILT_IN, clock, Version.get());
        String name = file.getFileName().toString();
        return new PreparedDrill(source, planner.plan(spec, name, source.digest(), runbook), DrillLint.check(spec));
    }

    private Runbook runbook(String name, Path drill, Map<String, String> variables) {
        Path folder = drill.toAbsolutePath().getParent();
        return new RunbookLibrary(catalogue, environment, settings.catalogue()).find(name, folder, variables);
    }
}
