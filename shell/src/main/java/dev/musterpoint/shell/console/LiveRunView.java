package dev.musterpoint.shell.console;

import dev.musterpoint.drills.evidence.JournalEntry;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.journal.RunDirectory;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.spi.RunClock;
import dev.musterpoint.drills.verdict.Assessment;
import dev.musterpoint.shell.run.RunListener;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A run on a terminal: a few lines, drawn over themselves ten times a second; when it is over they stand as they were. */
public final class LiveRunView implements RunListener, Foreground {
    private static final long PERIOD_MILLIS = 100;
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_LINE = "\u001b[2K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final Console console;
    private ScheduledExecutorService painter;
    private LiveState state;
    private LivePainter lines;
    private RunClock clock;
    private int drawn;
    private boolean over;

    public LiveRunView(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void starting(RunDirectory run, DrillPlan plan, RunClock runClock) {
        state = new LiveState(plan);
        lines = new LivePainter(run.runId(), plan, console.ink(), console.width());
        clock = runClock;
        painter = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "muster-view");
            thread.setDaemon(true);
            return thread;
        });
        painter.scheduleAtFixedRate(this::draw, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void recorded(JournalEntry entry) {
        state.recorded(entry);
    }

    @Override
    public synchronized void observed(String probe, Observation observation, boolean good) {
        state.observed(probe, observation, good);
    }

    /** Above the run's own lines. */
    @Override
    public synchronized void write(String text) {
        if (drawn > 0 && !over) {
            console.err().print(String.format(UP, drawn) + CLEAR_BELOW);
        }
        console.err().println(text);
        console.err().flush();
        drawn = 0;
        if (lines != null) {
            draw();
        }
    }

    @Override
    public synchronized void entered() {
        drawn++;
    }

    @Override
    public synchronized void finished(RunDirectory run, Assessment assessment) {
        painter.shutdownNow();
        draw();
        over = true;
        console.err().println();
        console.err().flush();
    }

    private synchronized void draw() {
        if (over) {
            // The painter waited for its turn meanwhile.
            return;
        }
        List<String> block = lines.paint(state, clock.now());
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append(String.format(UP, drawn));
        }
        block.forEach(line -> text.append(CLEAR_LINE).append(line).append('\n'));
        for (int i = block.size(); i < drawn; i++) {
            text.append(CLEAR_LINE).append('\n');
        }
        drawn = Math.max(drawn, block.size());
        console.err().print(text);
        console.err().flush();
    }
}
