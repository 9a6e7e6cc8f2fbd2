package dev.musterpoint.verifiers.probe.link;

import dev.musterpoint.drills.spi.Cancellation;
import java.time.Duration;
import java.util.function.Supplier;

/** A connection of its own for every use: shows routing, and what a new user meets. */
public final class FreshLinks<L extends Link> implements Links<L> {
    private final Supplier<L> maker;

    /** @param maker makes connections that are not open yet */
    public FreshLinks(Supplier<L> maker) {
        this.maker = maker;
    }

    @Override
    public <T> T use(Duration timeout, Cancellation cancellation, Work<L, T> work) throws Exception {
        L link = maker.get();
        Hold hold = new Hold(link, cancellation);
        try {
            link.open(timeout);
            return work.on(link);
        } finally {
            hold.release();
            link.close();
        }
    }

    @Override
    public void close() {
        // Nothing is kept between uses.
    }
}
