package dev.musterpoint.drills.codec;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with one file, so that its author hears of all of it at once. */
public final class Problems {
    /** Nobody reads further. */
    private static final int MOST_SHOWN = 100;

    /** A hostile file could hold a hundred thousand; looking for all of them would take long. */
    private static final int MOST_FOUND = 1_000;

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    public Problems(String file) {
        this.file = file;
    }

    /** Adds a problem with the file as a whole. */
    public void add(String message) {
        add(Place.FILE, message);
    }

    void add(Place place, String message) {
        found.add(new Problem(file, place.line(), place.column(), message));
        if (found.size() >= MOST_FOUND) {
            throw failure();
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Fails with every problem collected, by place; does nothing when there is none. */
    public void failIfAny() {
        if (!found.isEmpty()) {
            throw failure();
        }
    }

    /** What to throw when reading cannot go on: {@code message}, and what was collected before. */
    DrillFileException fail(Place place, String message) {
        found.add(new Problem(file, place.line(), place.column(), message));
        return failure();
    }

    /** What to throw when reading cannot go on after what was collected. */
    DrillFileException failure() {
        return new DrillFileException(sorted());
    }

    private List<Problem> sorted() {
        List<Problem> sorted = found.stream().distinct().sorted().toList();
        if (sorted.size() <= MOST_SHOWN) {
            return sorted;
        }
        List<Problem> first = new ArrayList<>(sorted.subList(0, MOST_SHOWN));
        first.add(new Problem(file, 0, 0, "there are more problems; these are the first " + MOST_SHOWN));
        return first;
    }
}
