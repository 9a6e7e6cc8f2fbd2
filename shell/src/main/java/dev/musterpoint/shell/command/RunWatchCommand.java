package dev.musterpoint.shell.command;

import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.shell.console.OutputForm;
import dev.musterpoint.shell.console.PlainRunView;
import dev.musterpoint.shell.console.RunWords;
import dev.musterpoint.shell.run.JournalFollower;
import dev.musterpoint.shell.run.RunState;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster run watch ID} */
@Command(
        name = "watch",
        description = "Follow a run, one line per event, until it has ended. Ctrl-C ends the watching, never the run.",
        footer = {
            "",
            "Examples:",
            "  muster run watch last",
            "  muster run watch last -o json      each journal entry as it stands, one a line"
        })
public final class RunWatchCommand extends MusterCommand {
    private static final long POLL_MILLIS = 200;

    @Parameters(
            paramLabel = "RUN",
            completionCandidates = RunIds.class,
            description = "a run's id, a part of it that fits one run, or 'last'")
    private String id;

    public RunWatchCommand(App app) {
        super(app);
    }

    @Override
    boolean mindsUnfinishedRuns() {
        return false;
    }

    @Override
    ExitCode execute() throws InterruptedException {
        RunDirectory run = app().run(id);
        CountDownLatch enough = new CountDownLatch(1);
        OsSignal interrupt = OsSignal.handle("INT", enough::countDown);
        try {
            follow(run, enough);
        } finally {
            interrupt.close();
        }
        if (enough.getCount() > 0) {
            ended(run);
        }
        return ExitCode.OK;
    }

    private void follow(RunDirectory run, CountDownLatch enough) throws InterruptedException {
        JournalFollower journal = new JournalFollower(run.journal());
        JournalFollower recovery = new JournalFollower(run.recovery());
        boolean over;
        do {
            // Asked before reading, so that what was written up to the end is read too.
            over = !RunState.of(run).state().equals("running");
            journal.poll(this::line);
            recovery.poll(this::line);
            out().flush();
        } while (!over && !enough.await(POLL_MILLIS, TimeUnit.MILLISECONDS));
    }

    private void line(JournalEntry entry, byte[] json) {
        if (global.output == OutputForm.table) {
            RunWords.of(entry.body()).ifPresent(words -> out().println(PlainRunView.line(entry, words)));
        } else if (global.output == OutputForm.json) {
            out().println(new String(json, StandardCharsets.UTF_8));
        } else {
            out().println("---");
            print(entry, () -> {});
        }
    }

    private void ended(RunDirectory run) {
        RunState state = RunState.of(run);
        if (state.state().equals("unfinished")) {
            say("its runner is gone; 'muster recover " + run.runId() + "' finishes it");
        } else {
            say(state.state() + ", " + state.verdict() + ", " + state.cleanUp() + "; 'muster run show " + run.runId()
                    + "' tells more");
        }
    }
}
