package dev.musterpoint.drills.planning;

import dev.musterpoint.drills.plan.Claim;
import dev.musterpoint.drills.plan.Claim.Kind;
import dev.musterpoint.drills.plan.DrillPlan;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.SystemSpec;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a plan claims: the service it drills, and each target that is there already. What a run makes for itself, its
 * sandboxes, nobody else can touch.
 */
public final class Claims {
    /** How a system is connected to says nothing of which it is. */
    private static final Set<String> WHO = Set.of("user", "role");

    private final Catalogue catalogue;
    private final DrillPlan plan;

    private Claims(DrillPlan plan, Catalogue catalogue) {
        this.plan = plan;
        this.catalogue = catalogue;
    }

    /** The claims of {@code plan}, the service first. */
    public static List<Claim> of(DrillPlan plan, Catalogue catalogue) {
        return new Claims(plan, catalogue).all();
    }

    private List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        String service =
                plan.spec().metadata().service().orElse(plan.spec().metadata().name());
        claims.add(new Claim(Kind.SERVICE, service, service));
        for (PlannedFault fault : plan.faults()) {
            for (Target target : fault.targets()) {
                if (!target.inSandbox()) {
                    claims.add(new Claim(Kind.TARGET, target.id(), identity(fault, target)));
                }
            }
        }
        return claims.stream().distinct().toList();
    }

    /** An id that begins with the drill's name for a system means nothing elsewhere: the system itself takes its place. */
    private String identity(PlannedFault fault, Target target) {
        if (target.attributes().containsKey(Target.ADDRESS)) {
            return target.address();
        }
        String alias = fault.spec().system().orElse("") + "/";
        SystemSpec system =
                fault.spec().system().map(plan.spec().systems()::get).orElse(null);
        return system != null && target.id().startsWith(alias)
                ? identity(system) + " " + target.kind() + " " + target.id().substring(alias.length())
                : target.kind() + " " + target.id();
    }

    private String identity(SystemSpec system) {
        Set<String> secrets =
                catalogue.systems().info(system.type()).map(TypeInfo::parameters).orElse(List.of()).stream()
                        .filter(parameter -> parameter.type() == ParameterType.SECRET)
                        .map(Parameter::name)
                        .collect(Collectors.toSet());
        Map<String, Object> known = new TreeMap<>(system.params().values());
        known.keySet().removeAll(secrets);
        known.keySet().removeAll(WHO);
        return system.type() + known;
    }
}
