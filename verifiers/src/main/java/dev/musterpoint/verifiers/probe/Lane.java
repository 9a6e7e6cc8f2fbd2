package dev.musterpoint.verifiers.probe;

import dev.musterpoint.drills.evidence.AnswerKind;
import dev.musterpoint.drills.evidence.Moment;
import dev.musterpoint.drills.evidence.Observation;
import dev.musterpoint.drills.spec.ProbeSpec;
import dev.musterpoint.drills.spi.Probe;
import dev.musterpoint.drills.spi.ProbeScheduler.Probing;
import dev.musterpoint.drills.spi.RunClock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One probe's open loop. The alarms' thread only sends attempts off; asking, giving up and telling the sink are work for
 * other threads, so nothing that is slow can make a tick late. {@code nextTick} is the alarms' thread's own.
 */
final class Lane implements Probing {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final ProbeSpec spec;
    private final Probe probe;
    private final Consumer<Observation> sink;
    private final RunClock clock;
    private final Alarms alarms;
    private final Executor workers;
    private final Moment first;
    private final Set<Attempt> undelivered = ConcurrentHashMap.newKeySet();
    /** Attempts that hold a thread, given up or not. */
    private final AtomicInteger inFlight = new AtomicInteger();

    private final AtomicBoolean closed = new AtomicBoolean();
    private long nextTick;
    private volatile boolean stopping;

    Lane(ProbeSpec spec, Probe probe, Consumer<Observation> sink, RunClock clock, Alarms alarms, Executor workers) {
        this.spec = spec;
        this.probe = probe;
        this.sink = sink;
        this.clock = clock;
        this.alarms = alarms;
        this.workers = workers;
        this.first = clock.now();
    }

    void begin() {
        alarms.at(first, this::tick);
    }

    private Moment due(long tick) {
        return first.plus(spec.every().multipliedBy(tick));
    }

    /** Sends off all that is due: after a pause of the runner, several ticks at once. */
    private void tick() {
        Moment now = clock.now();
        while (!stopping && !due(nextTick).isAfter(now)) {
            for (int slot = 0; slot < spec.perTick(); slot++) {
                sendOff(nextTick, slot);
            }
            nextTick++;
        }
        if (!stopping) {
            alarms.at(due(nextTick), this::tick);
        }
    }

    private void sendOff(long tick, int slot) {
        Attempt attempt = new Attempt(tick, slot, due(tick), clock.now());
        undelivered.add(attempt);
        if (inFlight.incrementAndGet() > spec.inFlight()) {
            inFlight.decrementAndGet();
            Observation none = attempt.observed(
                    attempt.notBefore(), AnswerKind.NOT_STARTED, spec.inFlight() + " attempts are under way", "");
            workers.execute(() -> deliver(attempt, none));
        } else {
            workers.execute(() -> run(attempt));
        }
    }

    private void run(Attempt attempt) {
        attempt.start(clock.now());
        Alarms.Alarm timeout =
                alarms.at(attempt.notBefore().plus(spec.timeout()), () -> workers.execute(() -> giveUp(attempt)));
        try {
            Probe.Answer answer = probe.attempt(attempt.tick(), attempt.slot(), spec.timeout(), attempt.cancellation());
            AnswerKind kind = answer.correct() ? AnswerKind.CORRECT : AnswerKind.ERROR;
            settle(attempt, kind, answer.detail(), answer.server());
        } catch (Exception | LinkageError | StackOverflowError e) {
            settle(attempt, AnswerKind.ERROR, message(e), "");
        } finally {
            timeout.cancel();
            inFlight.decrementAndGet();
            // A probe may have been interrupted by its own client; the thread goes on to other attempts.
            Thread.interrupted();
        }
    }

    private static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void giveUp(Attempt attempt) {
        settle(attempt, AnswerKind.TIMEOUT, "no answer", "");
        attempt.cancellation().cancel();
    }

    private void settle(Attempt attempt, AnswerKind kind, String detail, String server) {
        Moment ended = clock.now();
        if (attempt.settle()) {
            deliver(attempt, attempt.observed(ended, kind, detail, server));
        }
    }

    private void deliver(Attempt attempt, Observation observation) {
        try {
            sink.accept(observation);
        } catch (RuntimeException e) {
            LOG.error("an observation of probe {} was lost: {}", spec.name(), e.getMessage());
        } finally {
            undelivered.remove(attempt);
            announce();
        }
    }

    private synchronized void announce() {
        notifyAll();
    }

    @Override
    public Moment first() {
        return first;
    }

    @Override
    public Moment completeUntil() {
        // The clock is read first: what is sent off after that starts after that.
        Moment now = clock.now();
        return undelivered.stream().map(Attempt::notBefore).reduce(now, Lane::earlier);
    }

    private static Moment earlier(Moment one, Moment other) {
        return one.isBefore(other) ? one : other;
    }

    /** Starts no further attempts. */
    void halt() {
        stopping = true;
    }

    @Override
    public void stop() {
        halt();
        awaitDelivery();
        if (closed.compareAndSet(false, true)) {
            probe.close();
        }
    }

    /** Every attempt is settled by its timeout at the latest, so this takes no longer than that. */
    private synchronized void awaitDelivery() {
        try {
            while (!undelivered.isEmpty()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
