package dev.musterpoint.injectors.kubernetes.pod;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.connections.kubernetes.ClusterErrors;
import dev.musterpoint.connections.kubernetes.ClusterRights;
import dev.musterpoint.connections.kubernetes.ClusterRule;
import dev.musterpoint.connections.kubernetes.OwnPod;
import dev.musterpoint.drills.plan.Forecast;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spec.FaultSpec;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Redactor;
import dev.musterpoint.injectors.kubernetes.ClusterReading;
import dev.musterpoint.injectors.kubernetes.ClusterTargets;
import dev.musterpoint.injectors.kubernetes.pod.Workloads.Workload;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Resolves a fault's target to pods that run, by name and UID. */
public final class PodTargets extends ClusterTargets {
    private static final ClusterRule NODES = new ClusterRule("", "", "nodes", List.of("list"));

    private final Optional<OwnPod> own;
    private final Function<String, List<ClusterRule>> needed;

    /**
     * @param own    the pod that this process runs in, which is never chosen
     * @param needed what has to be allowed in a namespace
     */
    public PodTargets(Optional<OwnPod> own, Function<String, List<ClusterRule>> needed) {
        this.own = own;
        this.needed = needed;
    }

    @Override
    protected List<Target> resolve(FaultSpec fault, String system, ClusterAccess access) throws InjectionException {
        PodSelection selection = PodSelection.of(fault.target(), access.namespace());
        PodChoice choice = PodChoice.of(fault.target());
        if (fault.type().equals(PodInjectorProvider.EVICT)) {
            BudgetWait.of(fault.params()).requireWithin(fault.holdFor());
        }
        return ClusterCall.to(access, Redactor.process(), client -> {
            requireRights(selection, client);
            Cluster cluster =
                    new Cluster(new PodReader(client), new Workloads(client, selection.namespace()), selection);
            List<PodView> chosen = choice.choose(candidates(cluster));
            refuseBare(chosen, fault);
            Budgets budgets = fault.type().equals(PodInjectorProvider.EVICT)
                    ? Budgets.read(client, selection.namespace())
                    : new Budgets(List.of());
            return targets(chosen, cluster, new PodTargetMaker(system, access, selection.namespace(), budgets));
        });
    }

    /** Without reading nodes, pods are chosen all the same, but not by zone. */
    private void requireRights(PodSelection selection, KubernetesClient client) throws InjectionException {
        List<ClusterRule> rules = new ArrayList<>(needed.apply(selection.namespace()));
        if (selection.zone().isPresent()) {
            rules.add(NODES);
        }
        ClusterRights.require(client, rules);
    }

    /** What is read, and of which pods. */
    private record Cluster(PodReader reader, Workloads workloads, PodSelection selection) {}

    private List<PodView> candidates(Cluster cluster) throws InjectionException {
        PodSelection selection = cluster.selection();
        List<PodView> pods;
        if (selection.owner().isEmpty()) {
            pods = cluster.reader().pods(selection, Map.of());
        } else {
            Workload owning = cluster.workloads().named(selection.owner().get());
            Set<String> uids = cluster.workloads().controllers(owning);
            pods = cluster.reader().pods(selection, owning.labels()).stream()
                    .filter(pod -> pod.owner()
                            .filter(owner -> uids.contains(owner.uid()))
                            .isPresent())
                    .toList();
        }
        if (selection.zone().isPresent()) {
            Map<String, String> zones = cluster.reader().zones();
            pods = pods.stream()
                    .filter(pod -> selection.zone().get().equals(zones.get(pod.node())))
                    .toList();
        }
        return withoutOwn(pods, selection);
    }

    /** Left out where there are others; where it is all there is, it was meant, and that is refused. */
    private List<PodView> withoutOwn(List<PodView> pods, PodSelection selection) throws InjectionException {
        List<PodView> others =
                pods.stream().filter(pod -> !isOwn(pod, selection)).toList();
        if (others.isEmpty() && !pods.isEmpty()) {
            throw new InjectionException("it selects " + pods.get(0).name()
                    + " alone, the pod that Musterpoint itself runs in; select other pods");
        }
        return others;
    }

    private boolean isOwn(PodView pod, PodSelection selection) {
        return own.equals(Optional.of(new OwnPod(selection.namespace(), pod.name())));
    }

    private static void refuseBare(List<PodView> chosen, FaultSpec fault) throws InjectionException {
        List<String> bare = chosen.stream()
                .filter(pod -> pod.owner().isEmpty())
                .map(PodView::name)
                .toList();
        if (!bare.isEmpty() && !fault.params().flag(PodInjectorProvider.ALLOW_BARE, false)) {
            throw new InjectionException(
                    "it selects pods that no controller would make again: " + String.join(", ", bare)
                            + "; select others, or say '" + PodInjectorProvider.ALLOW_BARE + ": true'");
        }
    }

    private static List<Target> targets(List<PodView> chosen, Cluster cluster, PodTargetMaker maker) {
        Map<String, String> zones = chosen.isEmpty() ? Map.of() : zones(cluster);
        return chosen.stream()
                .map(pod -> maker.target(
                        pod, pod.owner().flatMap(cluster.workloads()::of), Optional.ofNullable(zones.get(pod.node()))))
                .toList();
    }

    /** Who may not read nodes is told no zones, and may choose pods all the same. */
    private static Map<String, String> zones(Cluster cluster) {
        try {
            return cluster.reader().zones();
        } catch (KubernetesClientException e) {
            if (ClusterErrors.isForbidden(e)) {
                return Map.of();
            }
            throw e;
        }
    }

    /** Of pods that are lost; what only isolates them leaves them where they are. */
    @Override
    protected Optional<Forecast> forecast(FaultSpec fault, List<Target> targets, ClusterAccess access)
            throws InjectionException {
        if (!PodInjectorProvider.TAKING_AWAY.contains(fault.type())) {
            return Optional.empty();
        }
        Set<String> uids = targets.stream()
                .map(target -> target.attributes().get(PlannedPod.UID))
                .collect(Collectors.toSet());
        Forecast forecast = ClusterReading.forecast(access, cluster -> cluster.ofPods(uids));
        return Optional.of(withBudgets(forecast, targets));
    }

    private static Forecast withBudgets(Forecast forecast, List<Target> targets) {
        List<String> concerns = new ArrayList<>(forecast.concerns());
        targets.stream()
                .map(target -> target.attributes().get("budget"))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(budget -> concerns.add(
                        "the disruption budget " + budget + " may hold the evictions, for 'waitFor' at the longest"));
        return new Forecast(forecast.expected(), concerns);
    }
}
