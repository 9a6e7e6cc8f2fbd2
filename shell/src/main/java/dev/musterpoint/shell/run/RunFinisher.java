package dev.musterpoint.shell.run;

import dev.musterpoint.drills.evidence.EvidenceFormatException;
import dev.musterpoint.drills.journal.Digests;
import dev.musterpoint.drills.journal.DurableFile;
import dev.musterpoint.drills.journal.ProgrammeEntry;
import dev.musterpoint.drills.journal.ProgrammeLog;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.journal.RunReader;
import dev.musterpoint.drills.journal.Seal;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.reports.Reports;
import dev.musterpoint.verifiers.check.Assessor;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows the last fact of a run: judge it, write the reports, seal it, and log that it ended. */
public final class RunFinisher {
    private static final Logger LOG = LoggerFactory.getLogger(RunFinisher.class);

    private final InstantSource clock;
    private final String by;

    /** @param by who seals: {@code runner}, {@code watchdog} or {@code recover} */
    public RunFinisher(InstantSource clock, String by) {
        this.clock = clock;
        this.by = by;
    }

    public Assessment finish(RunDirectory run) {
        RunReader evidence = new RunReader(run);
        DrillPlan plan = evidence.plan();
        Assessment assessment = Assessor.standard().assess(plan, evidence);
        DurableFile.write(run.assessment(), RunReader.encode(assessment));
        render(run, plan, evidence, assessment);
        String manifest = Seal.write(run, by, clock.instant());
        log(run, plan, assessment, manifest);
        run.removeControlFiles();
        return assessment;
    }

    private static void render(RunDirectory run, DrillPlan plan, RunReader evidence, Assessment assessment) {
        try {
            new Reports().renderAll(plan, evidence, assessment, ReportFacts.toFile(run), run.report());
        } catch (EvidenceFormatException e) {
            // Evidence that cannot be read is judged as that, and sealed as found; there is no story to tell of it.
            LOG.warn("{} gets no report: {}", run.runId(), e.getMessage());
        }
    }

    private void log(RunDirectory run, DrillPlan plan, Assessment assessment, String manifest) {
        String drill = plan.spec().metadata().name();
        String planDigest = Digests.of(run.plan());
        ProgrammeLog programme = new ProgrammeLog(run.path().getParent());
        if (!programme.has(ProgrammeEntry.CREATED, run)) {
            // A runner that dies right after its journal's first line has not said so itself.
            programme.created(run, drill, planDigest, clock.instant());
        }
        String summary = assessment.outcome() + " " + assessment.verdict() + " " + assessment.cleanUp();
        programme.sealed(run, drill, planDigest, summary, manifest, clock.instant());
    }

    /** Makes up for a log entry that a runner could not write any more after it had sealed its run. */
    public void logIfMissing(RunDirectory run) {
        if (!new ProgrammeLog(run.path().getParent()).has(ProgrammeEntry.SEALED, run)) {
            RunReader evidence = new RunReader(run);
            evidence.assessment()
                    .ifPresent(assessment -> log(run, evidence.plan(), assessment, Digests.of(run.manifest())));
        }
    }
}
