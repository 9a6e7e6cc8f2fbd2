package dev.musterpoint.bench.mishap;

import dev.musterpoint.drills.engine.AbortSwitch;
import dev.musterpoint.drills.engine.SystemRunClock;
import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Operator;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.shell.run.DrillService;
import dev.musterpoint.shell.run.RunListener;
import dev.musterpoint.shell.run.RunService;
import dev.musterpoint.shell.run.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A runner that kills itself the moment a chosen line of its journal is durable, before it can act on it. */
public final class KilledRun {
    private KilledRun() {}

    /**
     * Arguments: the project's directory, the folder worked in, the runs directory, the drill file, the journal line to die
     * at (or -1), and whether its watchdog dies with it.
     */
    public static void main(String[] arguments) {
        Settings settings = new Settings(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        Catalogue catalogue = Catalogue.load();
        DrillService drills = new DrillService(settings, catalogue, new SystemRunClock(), name -> Optional.empty());
        RunListener killer = new Killer(Long.parseLong(arguments[4]), Boolean.parseBoolean(arguments[5]));
        new RunService(settings, catalogue)
                .run(drills.prepare(Path.of(arguments[3]), Map.of()), new AbortSwitch(), Operator.ABSENT, killer);
        Runtime.getRuntime().halt(0);
    }

    private record Killer(long line, boolean alsoWatchdog) implements RunListener {
        @Override
        public void starting(RunDirectory run, DrillPlan plan, RunClock clock) {}

        @Override
        public void recorded(JournalEntry entry) {
            if (entry.seq() == line) {
                kill();
            }
        }

        /** The watchdog first, so that it has no time to notice. */
        private void kill() {
            ProcessHandle self = ProcessHandle.current();
            List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "kill -s KILL \"$@\"", "sh"));
            if (alsoWatchdog) {
                Processes.watchdogsOf(self).forEach(watchdog -> command.add(Long.toString(watchdog.pid())));
            }
            command.add(Long.toString(self.pid()));
            try {
                new ProcessBuilder(command).start().waitFor();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("cannot kill this process", e);
            }
        }

        @Override
        public void observed(String probe, Observation observation, boolean good) {}

        @Override
        public void finished(RunDirectory run, Assessment assessment) {}
    }
}
