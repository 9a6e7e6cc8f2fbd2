package dev.musterpoint.verifiers.check.sim;

import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.ALPHA;
import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.MOSTLY_CLEAR;
import static dev.musterpoint.verifiers.check.sim.Random64.MS;
import static dev.musterpoint.verifiers.check.sim.Random64.S;

import dev.musterpoint.verifiers.check.sim.Spell.Trouble;
import java.util.List;
import java.util.stream.Stream;

/** Outages of services that fail a share of requests though nothing is wrong (ε). */
final class ResidualFamilies {
    private ResidualFamilies() {}

    static List<LaneFamily> all() {
        return Stream.of(of("0.1", 0.001), of("1", 0.01)).flatMap(List::stream).toList();
    }

    private static List<LaneFamily> of(String percent, double share) {
        String name = "residual-" + percent + "-";
        return Stream.of(hard(name, share), partial(name, share), others(name, share), ofBaseline(name, share))
                .flatMap(List::stream)
                .toList();
    }

    private static List<LaneFamily> hard(String name, double share) {
        return List.of(
                LaneFamily.of(
                        name + "outage",
                        s -> s.residual(share).lane().down(s.plain(), s.provenStretch()),
                        MOSTLY_CLEAR),
                LaneFamily.of(
                        name + "brownout",
                        s -> s.residual(share).lane().down(Trouble.SLOW, s.provenStretch()),
                        MOSTLY_CLEAR),
                LaneFamily.of(name + "flaps", s -> {
                    Script lane = s.residual(share).lane();
                    for (int i = s.random.times(2, 5); i > 0; i--) {
                        lane.down(s.plain(), s.provenStretch()).well(s.anyGap());
                    }
                }),
                LaneFamily.of(name + "flaps-near-w", s -> {
                    Script lane = s.residual(share).lane().down(s.plain(), s.provenStretch());
                    for (int i = s.random.times(1, 3); i > 0; i--) {
                        lane.well(s.over + s.random.between(-2 * s.every, 30 * s.every))
                                .down(s.plain(), s.provenStretch());
                    }
                }),
                LaneFamily.of(name + "relapse", s -> s.residual(share)
                        .lane()
                        .down(s.plain(), s.provenStretch())
                        .well(2 * s.longGap() + s.longerRun())
                        .down(s.plain(), s.provenStretch())),
                LaneFamily.of(name + "late-impact", s -> s.residual(share)
                        .lane()
                        .well(s.anyGap() + (s.random.chance(0.5) ? s.over : 0))
                        .down(s.plain(), s.provenStretch())),
                LaneFamily.of(name + "blip", s -> s.residual(share)
                        .lane()
                        .down(s.plain(), s.random.between(1, s.promised - 1))
                        .well(s.anyGap())
                        .down(s.plain(), s.provenStretch())));
    }

    private static List<LaneFamily> partial(String name, double share) {
        return List.of(
                LaneFamily.of(
                        name + "third-fails",
                        s -> s.residual(share).partial().lane().partly(s.plain(), 1.0 / 3, s.provenStretch()),
                        ALPHA),
                LaneFamily.of(
                        name + "third-fails-for-long",
                        s -> s.residual(share).partial().lane().partly(s.plain(), 1.0 / 3, s.random.ms(20_000, 40_000)),
                        ALPHA),
                LaneFamily.of(
                        name + "some-slow",
                        s -> s.residual(share)
                                .partial()
                                .lane()
                                .partly(Trouble.SLOW, s.partialShare(), s.provenStretch()),
                        ALPHA),
                LaneFamily.of(
                        name + "some-flap",
                        s -> {
                            Script lane = s.residual(share).partial().lane();
                            for (int i = s.random.times(2, 4); i > 0; i--) {
                                lane.partly(s.plain(), s.partialShare(), s.provenStretch())
                                        .well(s.anyGap());
                            }
                        },
                        ALPHA),
                LaneFamily.of(
                        name + "all-of-many",
                        s -> s.residual(share).partial().lane().down(s.plain(), s.provenStretch()),
                        MOSTLY_CLEAR));
    }

    private static List<LaneFamily> others(String name, double share) {
        return List.of(
                LaneFamily.of(name + "no-outage", s -> s.residual(share).lane().well(s.random.ms(0, 5000))),
                LaneFamily.of(name + "pauses", s -> {
                    s.residual(share).lane().down(s.plain(), s.provenStretch());
                    s.pauses(s.random.times(1, 6), MS, 1500 * MS);
                }),
                LaneFamily.of(name + "several-lanes", s -> {
                    for (int i = s.random.times(2, 3); i > 0; i--) {
                        s.residual(share).lane().well(s.random.ms(0, 500)).down(s.plain(), s.provenStretch());
                    }
                }),
                LaneFamily.of(name + "not-recovered", s -> {
                    s.residual(share).lane().down(s.plain(), s.random.ms(20_000, 40_000));
                    s.cutShort = true;
                }),
                LaneFamily.of(name + "observed-incident", s -> {
                    s.injected = false;
                    s.residual(share).lane().down(s.plain(), s.provenStretch());
                }));
    }

    /** What a short baseline does not show it must leave room for: 20 s at the least, for k* to be no more than 10. */
    private static List<LaneFamily> ofBaseline(String name, double share) {
        return List.of(
                LaneFamily.of(
                        name + "by-baseline",
                        s -> s.residualOfBaseline(share).lane().down(s.plain(), s.provenStretch() + 20 * s.every)),
                LaneFamily.of(name + "by-baseline-flaps", s -> {
                    Script lane = s.residualOfBaseline(share).lane();
                    for (int i = s.random.times(2, 4); i > 0; i--) {
                        lane.down(s.plain(), s.provenStretch() + 20 * s.every)
                                .well(s.random.chance(0.5) ? s.anyGap() : S + s.longGap());
                    }
                }));
    }
}
