package dev.musterpoint.shell.command;

import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.kit.RunOnDisk;
import dev.musterpoint.drills.kit.SamplePlan;
import dev.musterpoint.drills.spec.Confirmation;
import dev.musterpoint.drills.spec.Timing;
import dev.musterpoint.shell.run.RunFinisher;
import java.nio.file.Path;
import java.time.Duration;

/** Runs that ended, as a runner leaves them, of a drill that changes nothing and takes no time. */
final class Finished {
    private Finished() {}

    /** Runs, judges and seals a drill below {@code here}. */
    static RunDirectory run(Path here) {
        RunOnDisk made = unsealed(here);
        new RunFinisher(made.drill.time, "runner").finish(made.run);
        return made.run;
    }

    /** The same, but its runner died before it could seal it. */
    static RunOnDisk unsealed(Path here) {
        RunOnDisk made = new RunOnDisk(
                here.resolve("runs"),
                new SamplePlan()
                        .recoversWithin(Duration.ofMinutes(1), new Confirmation(5, 1, Duration.ofSeconds(1)))
                        .workload()
                        .timing(new Timing(
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(30),
                                Duration.ZERO,
                                Timing.DEFAULT_PAUSE_THRESHOLD,
                                Timing.DEFAULT_PAUSE_TICK))
                        .build());
        made.drill.watch.confirmsAfter(Duration.ofSeconds(3));
        made.execute();
        return made;
    }
}
