package dev.musterpoint.injectors.kubernetes.cut;

import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells agents to end, again and again until each has heard or this is closed. One that is cut off cannot hear, and ends by itself;
 * but one whose node merely did not answer in time would wait for the word for a minute.
 */
final class Stopping implements AutoCloseable {
    private static final int AT_ONCE = 16;
    private static final long HEARD_WITHIN_SECONDS = 3;
    private static final long AGAIN_AFTER_SECONDS = 1;

    private final CutPods pods;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "stop-agents");
        thread.setDaemon(true);
        return thread;
    });

    Stopping(CutPods pods) {
        this.pods = pods;
    }

    /** Returns at once; who cannot be told is told again. */
    void tell(Collection<String> nodes) {
        nodes.forEach(
                node -> workers.scheduleWithFixedDelay(() -> tell(node), 0, AGAIN_AFTER_SECONDS, TimeUnit.SECONDS));
    }

    private void tell(String node) {
        if (heard.contains(node)) {
            return;
        }
        try (ExecWatch told = pods.stop(node)) {
            // None comes where the connection ends first.
            Integer exitCode = told.exitCode().get(HEARD_WITHIN_SECONDS, TimeUnit.SECONDS);
            if (Integer.valueOf(0).equals(exitCode)) {
                heard.add(node);
            }
        } catch (RuntimeException | ExecutionException | TimeoutException e) {
            // It is cut off, has ended, is gone or cannot answer now; what has become of it is read by others.
            // Whatever it was, nothing but having heard may end the telling.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
