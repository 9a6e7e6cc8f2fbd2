package dev.musterpoint.injectors.kubernetes.workload;

import dev.musterpoint.connections.kubernetes.ClusterAccess;
import dev.musterpoint.connections.kubernetes.ClusterCall;
import dev.musterpoint.connections.kubernetes.ClusterErrors;
import dev.musterpoint.connections.kubernetes.WorkloadName;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.Injection;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.drills.spi.Toolbox;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lets a workload want another number of pods, and the former one again. */
final class ScaleInjector implements FaultInjector {
    static final String REPLICAS = "replicas";

    private static final Duration IN_FLIGHT = Duration.ofSeconds(1);
    /** Controllers write to workloads all the time, and seldom twice while one of ours is under way. */
    private static final int TRIES = 20;

    private final Toolbox toolbox;

    ScaleInjector(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public UndoRecord prepare(PlannedFault fault, Target target) throws InjectionException {
        int wanted = wanted(fault);
        ClusterAccess access = ClusterAccess.of(toolbox.systems(), fault);
        WorkloadTarget workload = WorkloadTarget.of(target.attributes());
        int former = ClusterCall.to(access, toolbox.redactor(), client -> {
            ScaledWorkload now = planned(workload, client);
            now.requireUnmarked(workload);
            return now.replicas();
        });
        if (former == wanted) {
            throw new InjectionException(workload + " wants " + wanted + " pods already; give another number");
        }
        Map<String, String> data = new LinkedHashMap<>(access.facts());
        data.putAll(workload.attributes());
        data.put(REPLICAS, Integer.toString(former));
        return UndoRecord.of(
                fault,
                target,
                toolbox.ownerMark(fault),
                UndoKind.AUTO,
                data,
                "kubectl -n " + workload.space() + " scale " + workload.kind() + "/" + workload.name() + " --replicas="
                        + former + "; kubectl -n " + workload.space() + " annotate " + workload.kind() + "/"
                        + workload.name() + " " + ScaledWorkload.SCALED_BY + "-");
    }

    private static int wanted(PlannedFault fault) {
        return fault.spec().params().find(REPLICAS).map(Integer::parseInt).orElse(0);
    }

    @Override
    public void inject(PlannedFault fault, Target target, Injection injection) throws InjectionException {
        WorkloadTarget workload = WorkloadTarget.of(target.attributes());
        String owner = toolbox.ownerMark(fault);
        ClusterCall.to(ClusterAccess.of(toolbox.systems(), fault), toolbox.redactor(), client -> {
            planned(workload, client);
            injection.cancellation().throwIfCancelled();
            injection.begins();
            change(client, workload, now -> {
                if (!now.isMarked(owner)) {
                    now.requireUnmarked(workload);
                }
                return Optional.of(now.scaled(wanted(fault), owner));
            });
            return owner;
        });
    }

    private static ScaledWorkload planned(WorkloadTarget workload, KubernetesClient client) throws InjectionException {
        return now(workload, client)
                .orElseThrow(() -> new InjectionException(workload + " is not there any more; plan the drill again"));
    }

    private static Optional<ScaledWorkload> now(WorkloadTarget workload, KubernetesClient client) {
        return ScaledWorkload.read(client, workload.space(), new WorkloadName(workload.kind(), workload.name()))
                .filter(found -> found.uid().equals(workload.uid()));
    }

    /** What becomes of what stands there; empty where it is to be left as it is. */
    private interface Change {
        Optional<ScaledWorkload> of(ScaledWorkload now) throws InjectionException;
    }

    /** Changes what stands there, and again when others changed it meanwhile. */
    private static void change(KubernetesClient client, WorkloadTarget workload, Change change)
            throws InjectionException {
        for (int i = 0; i < TRIES; i++) {
            Optional<ScaledWorkload> now = now(workload, client);
            Optional<ScaledWorkload> changed = now.isEmpty() ? now : change.of(now.get());
            if (changed.isEmpty()) {
                return;
            }
            try {
                changed.get().write(client);
                return;
            } catch (KubernetesClientException e) {
                if (!ClusterErrors.isConflict(e)) {
                    throw e;
                }
            }
        }
        throw new InjectionException(workload + " was changed by others " + TRIES + " times while we tried to");
    }

    @Override
    public void recover(UndoRecord undo) throws InjectionException {
        WorkloadTarget workload = WorkloadTarget.of(undo.data());
        int former = Integer.parseInt(undo.data().get(REPLICAS));
        ClusterCall.to(ClusterAccess.of(undo.data()), toolbox.redactor(), client -> {
            change(
                    client,
                    workload,
                    now -> now.isMarked(undo.ownerMark()) ? Optional.of(now.restored(former)) : Optional.empty());
            return undo;
        });
    }

    @Override
    public Residue inspect(UndoRecord undo) throws InjectionException {
        WorkloadTarget workload = WorkloadTarget.of(undo.data());
        return ClusterCall.to(ClusterAccess.of(undo.data()), toolbox.redactor(), client -> now(workload, client)
                .filter(now -> now.isMarked(undo.ownerMark()))
                .map(now -> Residue.left(workload + " bears our mark and wants " + now.replicas() + " pods"))
                .orElseGet(() -> Residue.none(workload + " bears no mark of ours")));
    }

    @Override
    public Duration inFlight() {
        return IN_FLIGHT;
    }
}
