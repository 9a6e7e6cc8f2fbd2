package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.ConditionSpec;
import dev.musterpoint.drills.spec.FaultOrder;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.Share;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.TypeInfo;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code faults:}. */
final class FaultsReader {
    private static final Duration USUAL_EFFECT_WITHIN = Duration.ofSeconds(30);

    private final Catalogue catalogue;
    private final Map<String, String> systemTypes;
    private final Problems problems;
    private final NamedItems names;
    private final FaultOrderReader orders;

    FaultsReader(Catalogue catalogue, Map<String, String> systemTypes, Problems problems) {
        this.catalogue = catalogue;
        this.systemTypes = systemTypes;
        this.problems = problems;
        this.names = new NamedItems("fault", problems);
        this.orders = new FaultOrderReader(problems);
    }

    List<FaultSpec> read(List<Yaml> items) {
        List<FaultSpec> faults = names.read(items, this::read);
        orders.check(faults, names.names());
        return faults;
    }

    /** The names of all faults, also of those that could not be read. */
    Names names() {
        return names.names();
    }

    private Optional<FaultSpec> read(Fields fields) {
        fields.require("name");
        String name = fields.line("name").orElse(Fields.MISSING);
        Optional<TypeInfo> type = TypeReader.type(fields, "fault", catalogue.faults());
        fields.require("holdFor");
        Optional<String> system = TypeReader.system(fields, type, systemTypes);
        Duration holdFor = fields.positive("holdFor").orElse(USUAL_EFFECT_WITHIN);
        Duration effectWithin = fields.positive("effectWithin").orElse(USUAL_EFFECT_WITHIN);
        BlastRadius radius =
                fields.mapping("blastRadius").map(this::blastRadius).orElse(BlastRadius.UNSTATED);
        Params target = type.map(info -> target(fields, info)).orElse(Params.NONE);
        Params params = type.map(info -> ParameterReader.read(fields, info.parameters()))
                .orElse(Params.NONE);
        FaultOrder order = orders.read(name, fields);
        Optional<ConditionSpec> when = ConditionReader.read(fields, catalogue, systemTypes);
        fields.later("creates");
        type.ifPresent(info -> fields.finish());
        return type.map(info ->
                new FaultSpec(name, info.type(), system, target, holdFor, effectWithin, radius, params, order, when));
    }

    /** A type that selects targets never does so by default: that would leave the choice to chance. */
    private Params target(Fields fields, TypeInfo info) {
        if (!info.targetParameters().isEmpty()) {
            fields.require("target");
        }
        Optional<Fields> target = fields.mapping("target");
        target.filter(keys -> keys.keys().isEmpty() && !info.targetParameters().isEmpty())
                .ifPresent(
                        keys -> problems.add(keys.place(), "'target' selects nothing; say what the fault is to touch"));
        return target.map(keys -> {
                    Params params = ParameterReader.read(keys, info.targetParameters());
                    keys.finish();
                    return params;
                })
                .orElse(Params.NONE);
    }

    /** {@code share}, and counts by the kind of target; planning checks that there are targets of these kinds. */
    private BlastRadius blastRadius(Fields fields) {
        Optional<Share> share = fields.scalar("share").flatMap(scalar -> new Scalars(problems).share("share", scalar));
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String kind : fields.keys()) {
            if (!kind.equals("share")) {
                fields.integer(kind, 1, Integer.MAX_VALUE).ifPresent(most -> counts.put(kind, most));
            }
        }
        return new BlastRadius(counts, share);
    }
}
