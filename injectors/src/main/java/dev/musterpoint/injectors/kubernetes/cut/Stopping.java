package dev.musterpoint.injectors.kubernetes.cut;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells agents to end, as far as they can be reached: one that is cut off cannot, and ends by itself. */
final class Stopping {
    private static final int AT_ONCE = 16;
    private static final long TOLD_WITHIN_SECONDS = 3;

    private final CutPods pods;

    Stopping(CutPods pods) {
        this.pods = pods;
    }

    /** Returns within seconds, whoever could be told. */
    void tell(Collection<String> nodes) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, "stop-agents");
            thread.setDaemon(true);
            return thread;
        });
        nodes.forEach(node -> workers.execute(() -> tell(node)));
        workers.shutdown();
        try {
            workers.awaitTermination(TOLD_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            workers.shutdownNow();
        }
    }

    private void tell(String node) {
        try (ExecWatch told = pods.stop(node)) {
            told.exitCode().get(TOLD_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (KubernetesClientException | ExecutionException | TimeoutException e) {
            // It is cut off, has ended or is gone; what has become of it is read afterwards.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
