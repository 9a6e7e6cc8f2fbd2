package dev.musterpoint.reports.model;

import dev.musterpoint.drills.verdict.Interval;
import java.time.Duration;
import java.util.Optional;

/** What a measured interval means, in one plain sentence, and how far it is from its target. */
public final class Meaning {
    private Meaning() {}

    /** What was measured, in a few words: {@code between 84 ms and 131 ms}, {@code 12 writes lost}. */
    public static String measured(ObjectiveView objective) {
        if (objective.isOfSteps()) {
            return objective.verdict().isPresent() ? objective.because() : "not judged";
        }
        if (objective.countsWrites() && objective.lost().isPresent()) {
            return objective.lost().get() == 0
                    ? "no write lost"
                    : Figures.count(objective.lost().get(), "write") + " lost";
        }
        return objective
                .quantity()
                .flatMap(quantity -> quantity.measured().map(bounds -> Quantities.between(quantity.unit(), bounds)))
                .or(() -> objective.measured().map(Figures::interval))
                .orElse("not measured");
    }

    /** The target in a few words: {@code within 30 s}, {@code at most 0 writes}. */
    public static String target(ObjectiveView objective) {
        return objective.isOfSteps() ? "every step done" : targeted(objective);
    }

    private static String targeted(ObjectiveView objective) {
        return objective
                .target()
                .map(target -> "within " + Figures.duration(target))
                .or(() -> objective
                        .atMost()
                        .map(most -> most == 0 ? "none lost" : "at most " + Figures.count(most, "write")))
                .or(() -> objective
                        .quantity()
                        .map(quantity -> "at least " + Quantities.of(quantity.unit(), quantity.atLeast())))
                .orElse("none");
    }

    /** What the measurement says of the world; empty when nothing was measured. */
    public static String sentence(ObjectiveView objective) {
        if (objective.countsWrites()) {
            return objective.lost().map(Meaning::losses).orElse("");
        }
        return objective
                .measured()
                .map(measured -> sentence(objective, measured))
                .or(() -> objective.quantity().flatMap(quantity -> quantity.measured()
                        .map(bounds -> Quantities.sentence(quantity, bounds))))
                .orElse("");
    }

    private static String sentence(ObjectiveView objective, Interval measured) {
        return switch (objective.kind()) {
            case "recoveryTime" -> recovery(measured, objective.failback() ? "the switch" : "the fault");
            case "redundancy" -> redundancy(measured, objective.failback() ? "the switch" : "the fault");
            case "latency" -> latency(measured);
            case "detection" -> detection(measured);
            default -> lossWindow(measured, objective.lost(), objective.failback() ? "the switch" : "the fault");
        };
    }

    private static String latency(Interval interval) {
        String lower = Figures.lower(interval.lower());
        return interval.isOpen()
                ? "The quantile is " + lower + " or more: too many attempts had no right answer, or are unknown, to say"
                        + " how much more."
                : "The quantile lies between " + lower + " and "
                        + Figures.upper(interval.upper().get()) + ", counted from when each attempt was due.";
    }

    private static String detection(Interval interval) {
        String lower = Figures.lower(interval.lower());
        return interval.isOpen()
                ? "The fault was not noticed for " + lower + " after it acted."
                : "The fault was noticed between " + lower + " and "
                        + Figures.upper(interval.upper().get()) + " after it acted.";
    }

    private static String recovery(Interval interval, String event) {
        String lower = Figures.lower(interval.lower());
        if (interval.isOpen()) {
            return "The service was still failing " + lower + " after " + event
                    + ", and nothing that was seen proves it came back.";
        }
        String upper = Figures.upper(interval.upper().get());
        return interval.lower().isZero()
                ? "The service was back for good no later than " + upper + " after " + event
                        + "; how much sooner, or whether it failed at all, was not proven."
                : "The service was still failing " + lower + " after " + event + " and was back for good by " + upper
                        + "; the moment of recovery lies between the two.";
    }

    private static String redundancy(Interval interval, String event) {
        String lower = Figures.lower(interval.lower());
        if (interval.isOpen()) {
            return "Full strength was still missing " + lower + " after " + event
                    + ", and nothing that was seen proves that it came back.";
        }
        String upper = Figures.upper(interval.upper().get());
        return interval.lower().isZero()
                ? "Full strength was back no later than " + upper + " after " + event
                        + "; how much sooner, or whether it was missing at all, was not proven."
                : "Full strength was still missing " + lower + " after " + event + " and was back by " + upper
                        + "; until then another fault would have met what was left.";
    }

    private static String lossWindow(Interval interval, Optional<Long> lost, String event) {
        if (interval.isOpen()) {
            return "Acknowledged writes are missing over at least " + Figures.lower(interval.lower())
                    + ", and no older write survived to say where the loss begins.";
        }
        String upper = Figures.upper(interval.upper().get());
        if (lost.filter(count -> count == 0).isPresent()) {
            return "Nothing acknowledged is missing, and writes came so often that a loss of more than " + upper
                    + " would have shown.";
        }
        return interval.lower().isZero()
                ? "The acknowledged writes that are missing span at most " + upper + " before " + event + "."
                : "The acknowledged writes that are missing span at least " + Figures.lower(interval.lower())
                        + " and at most " + upper + " before " + event + ".";
    }

    private static String losses(long lost) {
        return lost == 0
                ? "Every write that was acknowledged was found again when the data was read back."
                : Figures.count(lost, "write") + (lost == 1 ? " was" : " were")
                        + " acknowledged to the client and not found when the data was read back.";
    }

    /** The margin in words; empty when there is none to speak of. */
    public static String margin(ObjectiveView objective) {
        return objective
                .margin()
                .map(margin -> margin.isNegative()
                        ? "at least " + Figures.lower(margin.negated()) + " over"
                        : Figures.lower(margin) + " to spare"
                                + portion(margin, objective.target().orElseThrow()))
                .orElse("");
    }

    private static String portion(Duration margin, Duration target) {
        return target.isZero() ? "" : " (" + Figures.share((double) margin.toNanos() / target.toNanos()) + ")";
    }
}
