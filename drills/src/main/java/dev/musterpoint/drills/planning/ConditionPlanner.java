package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.codec.Nearest;
import dev.musterpoint.drills.evidence.SystemFacts;
import dev.musterpoint.drills.spec.ConditionSpec;
import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that what the faults' conditions, and proofs of effect, speak of is there in this drill. */
final class ConditionPlanner {
    private final Catalogue catalogue;
    private final Map<String, SystemFacts> systems;
    private final Refusals refusals;

    ConditionPlanner(Catalogue catalogue, Map<String, SystemFacts> systems, Refusals refusals) {
        this.catalogue = catalogue;
        this.systems = systems;
        this.refusals = refusals;
    }

    void check(DrillSpec spec) {
        for (FaultSpec fault : spec.faults()) {
            fault.when().ifPresent(when -> check("'when' of fault '" + fault.name() + "'", when, spec));
            fault.params()
                    .nested("effect")
                    .find("probe")
                    .ifPresent(probe -> known(
                            "'effect' of fault '" + fault.name() + "'",
                            "the drill has no probe",
                            probe,
                            spec.probes().keySet(),
                            "it has"));
        }
    }

    private void check(String subject, ConditionSpec when, DrillSpec spec) {
        Optional<TypeInfo> type = catalogue.conditions().info(when.type());
        if (type.isEmpty()) {
            List<String> types =
                    catalogue.conditions().infos().stream().map(TypeInfo::type).toList();
            known(subject, "there is no condition type", when.type(), types, "there are");
            return;
        }
        when.system()
                .filter(system -> known(
                        subject,
                        "the drill has no system",
                        system,
                        spec.systems().keySet(),
                        "it has"))
                .map(systems::get)
                .ifPresent(system -> check(subject, when, type.get(), system));
        when.params()
                .find("probe")
                .ifPresent(probe -> known(
                        subject, "the drill has no probe", probe, spec.probes().keySet(), "it has"));
    }

    private void check(String subject, ConditionSpec when, TypeInfo type, SystemFacts system) {
        if (!type.systems().isEmpty() && !type.systems().contains(system.type())) {
            refusals.drill(
                    subject,
                    "'" + system.name() + "' is of type '" + system.type() + "', and '" + type.type() + "' works with: "
                            + String.join(", ", type.systems()));
        }
        List<String> members =
                system.members().stream().map(SystemFacts.Member::name).toList();
        when.params()
                .find("member")
                .ifPresent(
                        member -> known(subject, "'" + system.name() + "' has no member", member, members, "it has"));
    }

    private boolean known(String subject, String missing, String name, Collection<String> names, String otherwise) {
        if (names.contains(name)) {
            return true;
        }
        String hint = names.isEmpty() ? "; " + otherwise + " none" : Nearest.hint(name, names, otherwise);
        refusals.drill(subject, missing + " '" + name + "'" + hint);
        return false;
    }
}
