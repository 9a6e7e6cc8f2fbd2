package dev.musterpoint.verifiers.effect;

import dev.musterpoint.drills.spi.InjectionException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process, or a tree of them, from before the fault on. What was once seen in the tree stays watched when its parent has
 * ended; every look adds the children that have come since. Used by one thread at a time.
 */
final class WatchedProcesses {
    private final ProcessReader reader;
    private final boolean tree;
    /** By process id; the last process seen in the tree under that id. */
    private final Map<Long, SeenProcess> known = new HashMap<>();

    private WatchedProcesses(ProcessReader reader, boolean tree) {
        this.reader = reader;
        this.tree = tree;
    }

    /**
     * Begins to watch.
     *
     * @param target what it is, for the error
     * @throws InjectionException when it is not there, so that its end would prove nothing
     */
    static WatchedProcesses begin(String target, long pid, boolean tree, ProcessReader reader)
            throws InjectionException {
        WatchedProcesses watched = new WatchedProcesses(reader, tree);
        Map<Long, SeenProcess> now = read(reader::read);
        SeenProcess root = Optional.ofNullable(now.get(pid))
                .filter(SeenProcess::isThere)
                .orElseThrow(() -> new InjectionException(target + ": process " + pid
                        + " is gone before the fault, so that its end would prove nothing; start it"));
        watched.known.put(pid, root);
        watched.addDescendants(now);
        return watched;
    }

    /** Reads all once; only the known ones when those that are left are doomed, for they have no further children. */
    synchronized Sight look() throws InjectionException {
        Sight known = sight(read(() -> reader.read(this.known.keySet())));
        if (known.alive() == known.doomed()) {
            return known;
        }
        Map<Long, SeenProcess> now = read(reader::read);
        addDescendants(now);
        return sight(now);
    }

    private Sight sight(Map<Long, SeenProcess> now) {
        List<SeenProcess> there = known.values().stream()
                .flatMap(process -> there(process, now).stream())
                .toList();
        int stopped = (int) there.stream().filter(SeenProcess::isStopped).count();
        int doomed = (int) there.stream().filter(SeenProcess::doomed).count();
        return new Sight(known.size(), there.size(), stopped, doomed);
    }

    @FunctionalInterface
    private interface Reading {
        Map<Long, SeenProcess> get() throws IOException;
    }

    private static Map<Long, SeenProcess> read(Reading reading) throws InjectionException {
        try {
            return reading.get();
        } catch (IOException e) {
            throw new InjectionException("the processes of this machine cannot be read: " + e.getMessage(), e);
        }
    }

    private void addDescendants(Map<Long, SeenProcess> now) {
        if (!tree) {
            return;
        }
        Map<Long, List<SeenProcess>> children = new HashMap<>();
        now.values().stream().filter(SeenProcess::isThere).forEach(process -> children.computeIfAbsent(
                        process.parent(), parent -> new ArrayList<>())
                .add(process));
        Deque<SeenProcess> parents = new ArrayDeque<>(known.values());
        while (!parents.isEmpty()) {
            SeenProcess parent = parents.pop();
            if (there(parent, now).isPresent()) {
                for (SeenProcess child : children.getOrDefault(parent.pid(), List.of())) {
                    SeenProcess before = known.put(child.pid(), child);
                    if (before == null || !before.started().equals(child.started())) {
                        parents.push(child);
                    }
                }
            }
        }
    }

    /** The same process in this reading; a stranger under its id is not it. */
    private static Optional<SeenProcess> there(SeenProcess process, Map<Long, SeenProcess> now) {
        return Optional.ofNullable(now.get(process.pid()))
                .filter(found -> found.started().equals(process.started()) && found.isThere());
    }

    /**
     * One look.
     *
     * @param known   how many processes have been watched so far
     * @param alive   how many of them are there
     * @param stopped how many of those stand still by a signal
     * @param doomed  how many of those are as good as gone
     */
    record Sight(int known, int alive, int stopped, int doomed) {}
}
