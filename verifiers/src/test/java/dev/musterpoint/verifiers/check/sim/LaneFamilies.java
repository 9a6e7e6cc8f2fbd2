package dev.musterpoint.verifiers.check.sim;

import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.ALPHA;
import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.BY_REMOVAL;
import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.NEVER_MET;
import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.NO_EFFECT;
import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.SHARP;
import static dev.musterpoint.verifiers.check.sim.LaneFamily.Trait.STRICT;
import static dev.musterpoint.verifiers.check.sim.Random64.MS;
import static dev.musterpoint.verifiers.check.sim.Random64.S;

import dev.musterpoint.verifiers.check.sim.Spell.Trouble;
import java.util.List;
import java.util.stream.Stream;

/** All kinds of outages that the judging is tried on. */
final class LaneFamilies {
    private LaneFamilies() {}

    static List<LaneFamily> all() {
        return Stream.of(
                        hard(),
                        flapping(),
                        partial(),
                        edges(),
                        runner(),
                        late(),
                        lanes(),
                        endings(),
                        mixed(),
                        ResidualFamilies.all())
                .flatMap(List::stream)
                .toList();
    }

    static LaneFamily named(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no family '" + name + "' among " + all()));
    }

    private static List<LaneFamily> hard() {
        return List.of(
                LaneFamily.of("errors", s -> s.lane().down(Trouble.ERROR, s.stretch()), SHARP),
                LaneFamily.of("timeouts", s -> s.lane().down(Trouble.HANG, s.stretch()), SHARP),
                LaneFamily.of("brownout", s -> s.lane().down(Trouble.SLOW, s.stretch())),
                LaneFamily.of("long-outage", s -> s.lane().down(s.plain(), s.random.ms(10_000, 60_000)), SHARP),
                LaneFamily.of("barely-an-outage", s -> s.lane().down(s.plain(), 2 * s.every), SHARP),
                LaneFamily.of("slow-start", s -> s.lane()
                        .down(s.plain(), s.stretch())
                        .down(Trouble.SLOW, s.stretch())
                        .down(Trouble.SLOW, s.stretch())),
                LaneFamily.of(
                        "slow-injection",
                        s -> {
                            s.askedFor = s.fault - s.random.ms(0, 1500);
                            s.effectSeen = s.fault + s.random.ms(0, 4000);
                            s.lane().down(s.plain(), s.stretch());
                        },
                        SHARP));
    }

    private static List<LaneFamily> flapping() {
        return List.of(
                LaneFamily.of("flaps", s -> flaps(s, s.random.times(2, 6), false)),
                LaneFamily.of("flaps-near-w", s -> {
                    Script lane = s.lane().down(s.plain(), s.stretch());
                    for (int i = s.random.times(1, 3); i > 0; i--) {
                        lane.well(s.over + s.random.between(-s.every, s.every)).down(s.plain(), s.stretch());
                    }
                }),
                LaneFamily.of("flaps-of-all-kinds", s -> flaps(s, s.random.times(2, 6), true)),
                LaneFamily.of("relapse", s -> s.lane()
                        .down(s.plain(), s.stretch())
                        .well(s.longGap() + s.over)
                        .down(s.plain(), s.stretch())),
                LaneFamily.of("relapse-to-the-end", s -> {
                    s.lane()
                            .down(s.plain(), s.stretch())
                            .well(s.longGap() + s.over)
                            .down(s.plain(), 60 * S);
                    s.cutShort = true;
                }),
                LaneFamily.of(
                        "only-a-blip", s -> s.lane().down(s.plain(), s.random.between(1, 2 * s.every - 1)), STRICT),
                LaneFamily.of("blips", s -> {
                    Script lane = s.lane().down(s.plain(), s.random.between(s.every / 10, 2 * s.every - 1));
                    lane.well(s.anyGap()).down(s.plain(), s.stretch());
                }));
    }

    private static void flaps(Scenario s, int count, boolean any) {
        Script lane = s.lane();
        for (int i = 0; i < count; i++) {
            Trouble trouble = any ? s.any() : s.plain();
            lane.down(trouble, trouble == Trouble.QUEUE ? s.queueStretch() : s.stretch());
            lane.well(trouble == Trouble.QUEUE ? s.limit + s.anyGap() : s.anyGap());
        }
    }

    private static List<LaneFamily> partial() {
        return List.of(
                LaneFamily.of(
                        "third-fails", s -> s.partial().lane().partly(s.plain(), 1.0 / 3, s.partialStretch()), ALPHA),
                LaneFamily.of(
                        "third-fails-for-long",
                        s -> s.partial().lane().partly(s.plain(), 1.0 / 3, s.random.ms(20_000, 40_000)),
                        ALPHA),
                LaneFamily.of(
                        "some-fail",
                        s -> s.partial().lane().partly(s.any(), s.partialShare(), s.partialStretch() + s.limit),
                        ALPHA),
                LaneFamily.of(
                        "some-slow",
                        s -> s.partial().lane().partly(Trouble.SLOW, s.partialShare(), s.partialStretch()),
                        ALPHA),
                LaneFamily.of(
                        "some-flap",
                        s -> {
                            Script lane = s.partial().lane();
                            for (int i = s.random.times(2, 4); i > 0; i--) {
                                lane.partly(s.plain(), s.partialShare(), s.partialStretch())
                                        .well(s.anyGap());
                            }
                        },
                        ALPHA),
                LaneFamily.of(
                        "all-then-some",
                        s -> s.partial()
                                .lane()
                                .down(s.plain(), s.stretch())
                                .partly(s.plain(), s.partialShare(), s.partialStretch()),
                        ALPHA),
                LaneFamily.of(
                        "some-fail-and-pauses",
                        s -> {
                            s.partial().lane().partly(s.plain(), s.partialShare(), s.partialStretch());
                            s.pauses(s.random.times(1, 5), MS, 900 * MS);
                        },
                        ALPHA));
    }

    private static List<LaneFamily> edges() {
        return List.of(
                LaneFamily.of("in-flight-at-death", s -> s.lane().inFlightDie().down(s.plain(), s.stretch())),
                LaneFamily.of("in-flight-at-each-death", s -> {
                    Script lane = s.lane();
                    for (int i = s.random.times(2, 4); i > 0; i--) {
                        long gap = s.random.chance(0.5) ? s.shortGap() : s.longGap() + s.limit;
                        lane.inFlightDie().down(s.plain(), s.stretch()).well(gap);
                    }
                }),
                LaneFamily.of("only-in-flight", s -> s.lane().inFlightDie()),
                LaneFamily.of(
                        "in-flight-then-late-outage",
                        s -> s.lane().inFlightDie().well(s.longGap() + s.limit).down(s.plain(), s.stretch())),
                LaneFamily.of("queued-answers", s -> s.lane().down(Trouble.QUEUE, s.queueStretch())),
                LaneFamily.of(
                        "in-flight-at-recovery",
                        s -> s.lane().inFlightDie().down(s.plain(), s.stretch()).down(Trouble.QUEUE, s.queueStretch())),
                LaneFamily.of("short-queue", s -> s.lane().down(Trouble.QUEUE, s.random.between(1, s.limit * 8 / 10))));
    }

    private static List<LaneFamily> runner() {
        return List.of(
                LaneFamily.of("pauses-anywhere", s -> {
                    s.lane().down(s.plain(), s.stretch());
                    s.pauses(s.random.times(1, 6), MS, 1500 * MS);
                }),
                LaneFamily.of("pause-across-recovery", s -> {
                    Script lane = s.lane().down(s.plain(), s.stretch());
                    long length = s.random.ms(20, 3000);
                    s.standstills.add(lane.cursor() - s.random.between(0, length), length);
                }),
                LaneFamily.of("pause-across-the-fault", s -> {
                    s.lane().down(s.plain(), s.stretch());
                    long length = s.random.ms(20, 3000);
                    s.standstills.add(s.fault - s.random.between(0, Math.min(length, S)), length);
                }),
                LaneFamily.of("pauses-too-short-to-see", s -> {
                    s.lane().down(s.any(), s.queueStretch());
                    s.pauses(s.random.times(20, 60), MS, Scenario.THRESHOLD - 1);
                }),
                LaneFamily.of("short-pauses-and-flaps-near-w", s -> {
                    Script lane = s.lane().down(s.plain(), s.stretch());
                    lane.well(s.over + s.random.between(0, Scenario.THRESHOLD / 2));
                    long next = s.nextAttempt(lane.cursor() - Scenario.THRESHOLD);
                    s.standstills.add(next + s.random.between(0, 250_000), Scenario.THRESHOLD - 1);
                    lane.down(s.plain(), s.stretch());
                    s.pauses(60, Scenario.THRESHOLD / 2, Scenario.THRESHOLD - 1);
                }),
                LaneFamily.of("pauses-and-flaps", s -> {
                    flaps(s, s.random.times(2, 5), true);
                    s.pauses(s.random.times(2, 10), MS, 1000 * MS);
                }),
                LaneFamily.of("pause-hides-all", s -> {
                    Script lane = s.lane().well(s.random.ms(0, 500)).down(s.plain(), s.stretch());
                    s.standstills.add(s.fault - s.random.ms(0, 300), lane.cursor() - s.fault + 500 * MS);
                }),
                LaneFamily.of("holes", s -> {
                    s.lane().down(s.plain(), s.stretch()).well(s.anyGap()).down(s.plain(), s.stretch());
                    for (int i = s.random.times(1, 4); i > 0; i--) {
                        long length = s.random.between(s.every, 10 * s.every + 2 * S);
                        s.drop(s.random.between(s.fault - S, s.lanes.get(0).cursor() + s.over), length);
                    }
                }),
                LaneFamily.of("hole-hides-all", s -> {
                    Script lane = s.lane().well(s.random.ms(0, 300)).down(s.plain(), s.stretch());
                    s.drop(s.fault - s.random.ms(0, 300), lane.cursor() - s.fault + 500 * MS);
                    if (s.random.chance(0.5)) {
                        lane.well(s.longGap()).down(s.plain(), s.stretch());
                    }
                }),
                LaneFamily.of("no-room-to-start", s -> {
                    s.inFlight = s.random.times(1, 4);
                    s.lane().down(Trouble.HANG, s.stretch());
                }));
    }

    private static List<LaneFamily> late() {
        return List.of(
                LaneFamily.of(
                        "late-impact", s -> s.lane().well(s.random.ms(0, 3000)).down(s.plain(), s.stretch()), SHARP),
                LaneFamily.of(
                        "impact-after-w",
                        s -> s.lane().well(s.longGap() + s.over).down(s.plain(), s.stretch()),
                        SHARP),
                LaneFamily.of("late-impact-and-pauses", s -> {
                    s.lane()
                            .well(s.random.chance(0.5) ? s.longGap() + s.over : s.shortGap())
                            .down(s.any(), s.queueStretch());
                    s.pauses(s.random.times(1, 6), MS, 2000 * MS);
                }),
                LaneFamily.of("two-hidden-times", s -> {
                    Script lane = s.lane().well(s.random.ms(0, 500));
                    s.standstills.add(lane.cursor(), s.random.ms(50, 500));
                    lane.well(S + s.longGap() + s.over);
                    long from = lane.cursor();
                    lane.down(s.plain(), s.stretch());
                    s.drop(from - 2 * s.every, lane.cursor() - from + 4 * s.every);
                }));
    }

    private static List<LaneFamily> lanes() {
        return List.of(
                LaneFamily.of(
                        "several-lanes",
                        s -> {
                            for (int i = s.random.times(2, 3); i > 0; i--) {
                                s.lane().down(s.plain(), s.stretch());
                            }
                        },
                        SHARP),
                LaneFamily.of("several-lanes-flap", s -> {
                    for (int i = s.random.times(2, 3); i > 0; i--) {
                        flaps(s, s.random.times(1, 4), true);
                    }
                    s.pauses(s.random.times(0, 3), MS, 500 * MS);
                }),
                LaneFamily.of("one-lane-untouched", s -> {
                    s.lane().down(s.plain(), s.stretch());
                    s.lane();
                }));
    }

    private static List<LaneFamily> endings() {
        return List.of(
                LaneFamily.of(
                        "not-recovered",
                        s -> {
                            s.lane().down(s.plain(), s.random.ms(20_000, 40_000));
                            s.cutShort = true;
                        },
                        NEVER_MET),
                LaneFamily.of("no-outage", s -> s.lane().well(s.random.ms(0, 5000)), SHARP),
                LaneFamily.of("no-outage-and-pauses", s -> {
                    s.lane().well(s.random.ms(0, 5000));
                    s.pauses(s.random.times(1, 6), MS, 1500 * MS);
                }),
                LaneFamily.of(
                        "back-by-removal",
                        s -> {
                            Script lane = s.lane().down(s.plain(), s.stretch() + 2 * S);
                            s.removed = lane.cursor() - s.random.ms(0, 500);
                        },
                        BY_REMOVAL),
                LaneFamily.of(
                        "effect-not-seen",
                        s -> {
                            s.provable = false;
                            s.lane().well(s.random.ms(0, 1000)).down(s.any(), s.queueStretch());
                        },
                        NO_EFFECT,
                        NEVER_MET),
                LaneFamily.of("observed-incident", s -> {
                    s.injected = false;
                    s.lane().down(s.any(), s.queueStretch());
                    s.pauses(s.random.times(0, 3), MS, 500 * MS);
                }));
    }

    private static List<LaneFamily> mixed() {
        return List.of(LaneFamily.of("everything", s -> {
            for (int lanes = s.random.times(1, 3); lanes > 0; lanes--) {
                Script lane = s.lane().well(s.random.chance(0.5) ? 0 : s.anyGap());
                for (int spells = s.random.times(0, 4); spells > 0; spells--) {
                    Trouble trouble = s.any();
                    lane = s.random.chance(0.3) ? lane.inFlightDie() : lane;
                    lane.down(trouble, trouble == Trouble.QUEUE ? s.queueStretch() : s.stretch());
                    lane.well(s.random.chance(0.3) ? 0 : s.limit + s.anyGap());
                }
            }
            s.inFlight = s.random.chance(0.3) ? s.random.times(2, 20) : s.inFlight;
            s.pauses(s.random.times(0, 8), MS, s.random.ms(2, 2000));
            for (int holes = s.random.times(0, 2); holes > 0; holes--) {
                long until = s.lanes.get(0).cursor() + s.over;
                s.drop(s.random.between(s.fault - S, until), s.random.between(s.every, 12 * s.every));
            }
        }));
    }
}
