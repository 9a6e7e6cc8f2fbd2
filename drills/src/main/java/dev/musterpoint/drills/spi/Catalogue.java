package dev.musterpoint.drills.spi;

import java.util.List;
import java.util.function.Supplier;

/** Everything that can be injected, watched, written, connected to, done and asked. Each kind is looked for on first use. */
public final class Catalogue {
    private final Supplier<Providers<InjectorProvider>> faults;
    private final Supplier<Providers<ProbeProvider>> probes;
    private final Supplier<Providers<WorkloadProvider>> workloads;
    private final Supplier<Providers<SystemProvider>> systems;
    private final Supplier<Providers<StepProvider>> steps;
    private final Supplier<Providers<ConditionProvider>> conditions;

    private Catalogue(
            Supplier<Providers<InjectorProvider>> faults,
            Supplier<Providers<ProbeProvider>> probes,
            Supplier<Providers<WorkloadProvider>> workloads,
            Supplier<Providers<SystemProvider>> systems,
            Supplier<Providers<StepProvider>> steps,
            Supplier<Providers<ConditionProvider>> conditions) {
        this.faults = once(faults);
        this.probes = once(probes);
        this.workloads = once(workloads);
        this.systems = once(systems);
        this.steps = once(steps);
        this.conditions = once(conditions);
    }

    /** What the class path offers. */
    public static Catalogue load() {
        return new Catalogue(
                () -> Providers.load(InjectorProvider.class),
                () -> Providers.load(ProbeProvider.class),
                () -> Providers.load(WorkloadProvider.class),
                () -> Providers.load(SystemProvider.class),
                () -> Providers.load(StepProvider.class),
                () -> Providers.load(ConditionProvider.class));
    }

    /** A catalogue of the given providers and no conditions, for tests. */
    public static Catalogue of(
            Providers<InjectorProvider> faults,
            Providers<ProbeProvider> probes,
            Providers<WorkloadProvider> workloads,
            Providers<SystemProvider> systems,
            Providers<StepProvider> steps) {
        return new Catalogue(
                () -> faults, () -> probes, () -> workloads, () -> systems, () -> steps, () -> Providers.of(List.of()));
    }

    /** This catalogue with {@code others} as its conditions, for tests. */
    public Catalogue withConditions(Providers<ConditionProvider> others) {
        return new Catalogue(faults, probes, workloads, systems, steps, () -> others);
    }

    public Providers<InjectorProvider> faults() {
        return faults.get();
    }

    public Providers<ProbeProvider> probes() {
        return probes.get();
    }

    public Providers<WorkloadProvider> workloads() {
        return workloads.get();
    }

    public Providers<SystemProvider> systems() {
        return systems.get();
    }

    public Providers<StepProvider> steps() {
        return steps.get();
    }

    public Providers<ConditionProvider> conditions() {
        return conditions.get();
    }

    private static <T> Supplier<T> once(Supplier<T> source) {
        return new Supplier<>() {
            private T value;

            @Override
            public synchronized T get() {
                if (value == null) {
                    value = source.get();
                }
                return value;
            }
        };
    }
}
