package dev.musterpoint.injectors.kubernetes.cut;

import dev.musterpoint.drills.spi.InjectionException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The word to cut, for all agents at once: the connections to all of them are open before it is given to any, so that what can
 * be refused is refused while nothing is cut.
 */
final class Word implements AutoCloseable {
    private static final byte[] GO = "go\n".getBytes(StandardCharsets.UTF_8);
    private static final long HEARD_WITHIN_MILLIS = 1000;

    private final Map<String, ExecWatch> open = new LinkedHashMap<>();

    /** @throws io.fabric8.kubernetes.client.KubernetesClientException when an agent cannot be spoken to */
    static Word to(Iterable<String> nodes, CutPods pods) {
        Word word = new Word();
        try {
            nodes.forEach(node -> word.open.put(node, pods.openGo(node)));
            return word;
        } catch (RuntimeException e) {
            word.close();
            throw e;
        }
    }

    /** Returns once all have heard it. Of one whose answer does not come the cut itself may have taken the answer. */
    void give() throws InjectionException {
        try {
            for (ExecWatch agent : open.values()) {
                agent.getInput().write(GO);
                agent.getInput().flush();
            }
        } catch (IOException e) {
            throw new InjectionException("not every agent could be told to cut: " + e.getMessage(), e);
        }
        for (Map.Entry<String, ExecWatch> agent : open.entrySet()) {
            hear(agent.getKey(), agent.getValue());
        }
    }

    private static void hear(String node, ExecWatch agent) throws InjectionException {
        try {
            Integer status = agent.exitCode().get(HEARD_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
            if (status != null && status != 0) {
                throw new InjectionException("the agent on " + node + " was not told to cut: exit status " + status);
            }
        } catch (TimeoutException | ExecutionException e) {
            // Whether the node is cut is for reading to tell.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InjectionException("interrupted while telling the agents to cut", e);
        }
    }

    @Override
    public void close() {
        open.values().forEach(ExecWatch::close);
    }
}
