package dev.musterpoint.verifiers.effect;

import dev.musterpoint.drills.spi.EffectInspector.EffectWatch;
import dev.musterpoint.drills.spi.EffectInspector.Reading;
import dev.musterpoint.drills.spi.RunClock;
import java.io.IOException;

/** Sees that an address refuses connections. */
final class RefusedEffect implements EffectWatch {
    private final ProxyKnock knock;
    private final Pace pace;

    RefusedEffect(ProxyKnock knock, RunClock clock) {
        this.knock = knock;
        this.pace = new Pace(clock);
    }

    @Override
    public Reading read() {
        return pace.read(() -> {
            try {
                boolean refused = knock.isRefused();
                return new Reading(refused, knock + (refused ? " refuses connections" : " can be connected to"));
            } catch (IOException e) {
                return new Reading(false, knock + " cannot be told to refuse connections: " + e.getMessage());
            }
        });
    }
}
