package dev.musterpoint.verifiers.check.window;

/** A probe's open loop: {@code perTick} attempts are due at {@code first} + i × {@code every}, whatever became of them. */
public record Schedule(long first, long every, int perTick) {
    public Schedule {
        if (every <= 0 || perTick <= 0) {
            throw new IllegalArgumentException("an open loop goes on");
        }
    }

    /** n: how many attempts are due in {@code window}. */
    public long attempts(TimeWindow window) {
        return perTick * (ticksBefore(window.to()) - ticksBefore(window.from()));
    }

    private long ticksBefore(long moment) {
        return moment <= first ? 0 : (moment - first + every - 1) / every;
    }
}
