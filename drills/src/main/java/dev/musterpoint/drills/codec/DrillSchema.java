package dev.musterpoint.drills.codec;

import static dev.musterpoint.drills.codec.SchemaValues.duration;
import static dev.musterpoint.drills.codec.SchemaValues.name;
import static dev.musterpoint.drills.codec.SchemaValues.rate;
import static dev.musterpoint.drills.codec.SchemaValues.share;
import static dev.musterpoint.drills.codec.SchemaValues.text;

import dev.musterpoint.drills.spec.During;
import dev.musterpoint.drills.spec.Quantile;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.Provider;
import dev.musterpoint.drills.spi.Providers;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The JSON Schema (2020-12) of drill files, for editors. It says what {@link DrillReader} checks of one value at a time, and
 * tests hold the two together; what speaks of several values (that a probe exists, that two names differ) only the reader
 * checks.
 */
public final class DrillSchema {
    private static final int MOST_PER_TICK = 1_000;
    private static final int MOST_IN_FLIGHT = 10_000;
    private static final int LONGEST_RUN = 1_000_000;

    /** A drill that its faults do not trigger has none. */
    private static final Map<String, Object> NOT_BY_FAULT = Map.of(
            "properties",
            Map.of("trigger", Map.of("enum", List.of("declared", "observed"))),
            "required",
            List.of("trigger"));

    private final Catalogue catalogue;

    private DrillSchema(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The schema, with the types that {@code catalogue} offers, as the tree of a JSON document. */
    public static Map<String, Object> of(Catalogue catalogue) {
        return DocumentSchema.of(FileKind.DRILL, new DrillSchema(catalogue).spec());
    }

    private Schema spec() {
        return Schema.object()
                .optional("variables", DocumentSchema.variables())
                .required("hypothesis", text("What you believe. The drill finds out whether it is true."))
                .required("environment", text("Where the drill runs, such as staging"))
                .optional(
                        "systems",
                        each(catalogue.systems(), DrillSchema::system)
                                .describedAs("What the drill works with, by names of your choice"))
                .optional("probes", each(catalogue.probes(), DrillSchema::probe).describedAs("What to watch, by name"))
                .optional(
                        "workloads",
                        each(catalogue.workloads(), DrillSchema::workload)
                                .describedAs("What to write while the drill runs, by name"))
                .required("objectives", filled(objective()).describedAs("What the drill is judged against"))
                .optional(
                        "faults", filled(oneOf(catalogue.faults(), this::fault)).describedAs("What to break"))
                .optional(
                        "trigger",
                        Schema.choice(List.of("fault", "declared", "observed"))
                                .describedAs("What time is counted from; a fault when left out"))
                .with("if", NOT_BY_FAULT)
                .with("then", Map.of("properties", Map.of("faults", false)))
                .with("else", Map.of("required", List.of("faults")))
                .optional(
                        "abortWhen",
                        Schema.list(guardrail()).describedAs("What stops the drill at once: what it must not harm"))
                .optional("runbook", name("The recovery procedure: NAME.yaml beside this file, or of the catalogue"))
                .optional(
                        "failback",
                        name("The runbook that brings the service back to where it was, once recovery was confirmed"))
                .optional(
                        "setup",
                        Schema.list(RunbookSchema.ofDrill(catalogue))
                                .describedAs("Steps before the baseline; the first that fails ends the run"))
                .optional(
                        "teardown",
                        Schema.list(RunbookSchema.ofDrill(catalogue))
                                .describedAs("Steps after the faults' removal, all done however the run went"))
                .required("timing", timing());
    }

    private static Schema filled(Schema each) {
        return Schema.list(each).with("minItems", 1);
    }

    private static Schema each(Providers<? extends Provider> providers, Function<TypeInfo, Schema> schema) {
        return Schema.named(SchemaValues.NAME, oneOf(providers, schema));
    }

    private static Schema oneOf(Providers<? extends Provider> providers, Function<TypeInfo, Schema> schema) {
        return Schema.oneOf(providers.infos().stream().map(schema).toList());
    }

    private static Schema system(TypeInfo info) {
        Schema schema = Schema.object()
                .describedAs(info.summary())
                .required("type", Schema.constant(info.type()).describedAs(info.summary()));
        SchemaValues.add(schema, info.parameters());
        return schema;
    }

    private static Schema probe(TypeInfo info) {
        // What a type declares under 'expect' stands beside what every probe may have there.
        Map<Boolean, List<Parameter>> parameters = info.parameters().stream()
                .collect(Collectors.partitioningBy(each -> each.name().equals("expect")));
        Schema expect =
                Schema.object().optional("latencyBelow", duration("ℓ, the latency above which an answer is not good"));
        parameters.get(true).forEach(each -> SchemaValues.add(expect, each.fields()));
        Schema schema = SchemaValues.typed(info)
                .optional("every", duration("Δ, the time between two ticks"))
                .optional("timeout", duration("τ, after which an attempt is given up"))
                .optional("expect", expect)
                .optional("perTick", Schema.integer(1, MOST_PER_TICK).describedAs("K, attempts started at each tick"))
                .optional(
                        "inFlight",
                        Schema.integer(1, MOST_IN_FLIGHT).describedAs("the most attempts under way at once"));
        SchemaValues.add(schema, parameters.get(false));
        return schema;
    }

    private static Schema workload(TypeInfo info) {
        Schema schema = SchemaValues.typed(info);
        SchemaValues.add(schema, info.parameters());
        return schema;
    }

    private Schema fault(TypeInfo info) {
        Schema schema = SchemaValues.typed(info)
                .required("name", text("The fault's name"))
                .required("holdFor", duration("The longest the fault may stand"))
                .optional("effectWithin", duration("How long to look for its effect"))
                .optional(
                        "after",
                        Schema.oneOf(List.of(text("A fault"), Schema.list(text("A fault"))))
                                .describedAs("The faults that it waits for; all that stand before it when left out"))
                .optional("with", text("The fault beside which it is injected"))
                .optional(
                        "when",
                        oneOf(catalogue.conditions(), DrillSchema::condition)
                                .describedAs("What must hold right before it, or it is skipped"))
                .optional("blastRadius", blastRadius());
        Schema target = Schema.object();
        SchemaValues.add(target, info.targetParameters());
        if (info.targetParameters().isEmpty()) {
            schema.optional("target", target);
        } else {
            schema.required("target", target.with("minProperties", 1).describedAs("What the fault is to touch"));
        }
        SchemaValues.add(schema, info.parameters());
        return schema;
    }

    private static Schema condition(TypeInfo info) {
        Schema schema = SchemaValues.typed(info);
        SchemaValues.add(schema, info.parameters());
        return schema;
    }

    private static Schema blastRadius() {
        return Schema.object()
                .describedAs("Hard limits: counts by the kind of target, and a share of their group")
                .optional("share", share("The largest share of a target's group"))
                .with(
                        "additionalProperties",
                        Schema.integer(1, Integer.MAX_VALUE)
                                .describedAs("The most targets of this kind")
                                .tree());
    }

    private static Schema objective() {
        return Schema.oneOf(List.of(
                objective("recoveryTime", recoveryTime("RTO: the service answers again within the time")),
                objective(
                        "redundancy",
                        recoveryTime("Replicas, zones or standbys are at full strength again within the time")),
                objective("recoveryPoint", recoveryPoint()),
                objective("lostWrites", lostWrites()),
                objective("availability", availability()),
                objective("latency", latency()),
                objective("capacity", capacity()),
                objective("detection", detection())));
    }

    private static Schema objective(String kind, Schema target) {
        return Schema.object().required("name", text("The objective's name")).required(kind, target);
    }

    private static Schema recoveryTime(String description) {
        return Schema.object()
                .describedAs(description)
                .required("within", duration("The recovery time objective"))
                .required("probes", filled(name("A probe")).with("uniqueItems", true))
                .optional("failure", Schema.choice(List.of("partial", "total")).describedAs("How the service fails"))
                .optional("confirm", confirm())
                .optional(
                        "from",
                        text("The fault, or failback, that the time counts from; the first fault when left out"))
                .optional(
                        "residualErrors",
                        SchemaValues.residualErrors("ε, the share of requests that fail though nothing is wrong, or"
                                + " 'baseline' to take it from there; when left out, every failure counts"));
    }

    private static Schema confirm() {
        return Schema.object()
                .describedAs("What it takes to call the service recovered")
                .optional("run", Schema.integer(1, LONGEST_RUN).describedAs("N, the fewest good answers in a row"))
                .optional(
                        "first",
                        Schema.integer(1, LONGEST_RUN).describedAs("j, how many of them carry the upper bound"))
                .optional("over", duration("W, how long they must span"));
    }

    private static Schema recoveryPoint() {
        return Schema.object()
                .describedAs("RPO: no more than this much of acknowledged writes is lost")
                .required("within", duration("The recovery point objective"))
                .required("workload", name("The workload whose writes are counted"))
                .optional(
                        "from",
                        text("The fault, or failback, that the time counts from; the first fault when left out"));
    }

    private static Schema lostWrites() {
        return Schema.object()
                .describedAs("No more acknowledged writes than this are lost")
                .required("atMost", Schema.integer(0, Integer.MAX_VALUE).describedAs("The most that may be lost"))
                .required("workload", name("The workload whose writes are counted"))
                .optional("from", text("The fault, or failback, whose loss counts; all of the run when left out"));
    }

    private static Schema during() {
        return Schema.choice(Arrays.stream(During.values()).map(During::written).toList())
                .describedAs("The part of the run that is judged");
    }

    private static Schema availability() {
        return Schema.object()
                .describedAs("This share of attempts is answered well")
                .required("atLeast", share("The least share of good answers"))
                .required("probe", name("The probe whose attempts are counted"))
                .required("during", during());
    }

    private static Schema latency() {
        return Schema.object()
                .describedAs("This quantile of answers comes in time, counted from when each was due")
                .required(
                        "quantile",
                        Schema.choice(Arrays.stream(Quantile.values())
                                .map(Quantile::written)
                                .toList()))
                .required("below", duration("The latency that it may have"))
                .required("probe", name("The probe whose answers are timed"))
                .required("during", during());
    }

    private static Schema capacity() {
        return Schema.object()
                .describedAs("So much is answered well, or acknowledged: of a probe or of a workload")
                .required("atLeast", rate("The least rate"))
                .optional("probe", name("The probe whose good answers are counted"))
                .optional("workload", name("The workload whose acknowledged writes are counted"))
                .with("oneOf", List.of(Map.of("required", List.of("probe")), Map.of("required", List.of("workload"))))
                .required("during", during());
    }

    private static Schema detection() {
        return Schema.object()
                .describedAs("Somebody or something notices in time")
                .required("within", duration("The time from the fault to the end of the step"))
                .required("step", text("The step of the runbook that notices"));
    }

    private static Schema guardrail() {
        return Schema.object()
                .required("probe", name("What watches it"))
                .required("errorsAbove", share("The share of attempts that may fail; more is a breach"))
                .optional("for", duration("How long a breach must last"))
                .optional(
                        "phases",
                        filled(Schema.choice(List.of("baseline", "injecting", "responding")))
                                .describedAs("The phases in which it applies; all of these when left out"))
                .optional(
                        "onUnknown",
                        Schema.choice(List.of("abort", "ignore")).describedAs("What happens when it cannot be read"))
                .optional("unreadableFor", duration("How long it may not be readable"));
    }

    private static Schema timing() {
        return Schema.object()
                .describedAs("How long the parts of a run may take")
                .optional("baseline", duration("How long the steady state is watched before the first fault"))
                .required("deadline", duration("How long after the first fault recovery is waited for"))
                .optional("stableFor", duration("How long the service is watched for relapse"))
                .optional("pauseThreshold", duration("θ, the shortest pause of the runner that is recorded"))
                .optional("pauseTick", duration("The period of the pause detector"));
    }
}
