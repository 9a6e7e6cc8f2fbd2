package dev.musterpoint.drills.spec;

/** What an objective has that is judged over a window of the run. */
public interface Windowed {
    /** The window. */
    During during();
}
