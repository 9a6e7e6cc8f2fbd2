package dev.musterpoint.verifiers.check.sim;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** A kind of outage: how cases of it are scripted, and what is asked of their judgement beside that it is true. */
record LaneFamily(String name, Set<Trait> traits, Consumer<Scenario> script) {

    enum Trait {
        /** The interval is as narrow as promised, and a target clear of it gets its verdict. */
        SHARP,
        /** The upper bound may fail with the error α = 10⁻³. */
        ALPHA,
        /** Even what is too short for probing to promise to see counts, for it begins with the fault. */
        STRICT,
        /** Never {@code MET}. */
        NEVER_MET,
        /** Back because the fault was taken away: {@code MISSED} or no verdict. */
        BY_REMOVAL,
        /** A target clear of the truth mostly gets its verdict. */
        MOSTLY_CLEAR,
        /** The effect was never seen: {@code NO_EFFECT}, whatever the interval. */
        NO_EFFECT
    }

    static LaneFamily of(String name, Consumer<Scenario> script, Trait... traits) {
        EnumSet<Trait> set = EnumSet.noneOf(Trait.class);
        set.addAll(Set.of(traits));
        return new LaneFamily(name, set, script);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    LaneCase make(long index) {
        Scenario scenario = new Scenario(new Random64(name, index));
        script.accept(scenario);
        return new LaneCase(scenario);
    }

    @Override
    public String toString() {
        return name;
    }
}
