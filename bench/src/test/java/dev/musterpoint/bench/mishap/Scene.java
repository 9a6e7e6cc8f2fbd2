package dev.musterpoint.bench.mishap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A drill whose runner is killed.
 *
 * @param name  what the table calls it
 * @param drill its file, below the resources' {@code drills}
 * @param extra what it works on besides the world; asked for anew for each run
 */
record Scene(String name, String drill, Supplier<Extra> extra) {
    Scene(String name, String drill) {
        this(name, drill, () -> Extra.NONE);
    }

    /** Whether its drill's file or its name holds what {@code -Dmuster.killsOf} says. */
    boolean isAskedFor() {
        String asked = System.getProperty("muster.killsOf", "");
        return drill.contains(asked) || name.contains(asked);
    }

    /** Something else that a drill works on. */
    interface Extra {
        /** Nothing. */
        Extra NONE = new Extra() {
            @Override
            public Map<String, String> variables() {
                return Map.of();
            }

            @Override
            public List<String> left() {
                return List.of();
            }
        };

        /** What stands in the drill for names such as {@code ${TABLE}}. */
        Map<String, String> variables();

        /** What of the run is left here, in words. */
        List<String> left();

        /** How long it may take after the undo until nothing is left: others than the run may have to notice. */
        default Duration settlesWithin() {
            return Duration.ZERO;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
