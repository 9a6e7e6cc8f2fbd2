package dev.musterpoint.bench.mishap;

/**
 * Where a runner is killed.
 *
 * @param line         the line of its journal after which it dies; -1 when it is killed by time
 * @param millis       how long after its run got a directory; means nothing with a line
 * @param alsoWatchdog whether its watchdog dies with it, so that {@code muster recover} has to do what is left
 */
record KillPoint(long line, long millis, boolean alsoWatchdog) {
    static KillPoint atLine(long line, boolean alsoWatchdog) {
        return new KillPoint(line, 0, alsoWatchdog);
    }

    static KillPoint after(long millis, boolean alsoWatchdog) {
        return new KillPoint(-1, millis, alsoWatchdog);
    }

    boolean isAtLine() {
        return line >= 0;
    }

    @Override
    public String toString() {
        return (isAtLine() ? "line " + line : "after " + millis + " ms") + (alsoWatchdog ? ", the watchdog too" : "");
    }
}
