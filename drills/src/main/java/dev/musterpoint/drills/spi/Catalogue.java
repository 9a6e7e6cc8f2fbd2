package dev.musterpoint.drills.spi;

import java.util.function.Supplier;

/** Everything that can be injected, watched, written, connected to and done. Each kind is looked for on first use. */
public final class Catalogue {
    private final Supplier<Providers<InjectorProvider>> faults;
    private final Supplier<Providers<ProbeProvider>> probes;
    private final Supplier<Providers<WorkloadProvider>> workloads;
    private final Supplier<Providers<SystemProvider>> systems;
    private final Supplier<Providers<StepProvider>> steps;

    private Catalogue(
            Supplier<Providers<InjectorProvider>> faults,
            Supplier<Providers<ProbeProvider>> probes,
            Supplier<Providers<WorkloadProvider>> workloads,
            Supplier<Providers<SystemProvider>> systems,
            Supplier<Providers<StepProvider>> steps) {
        this.faults = once(faults);
        this.probes = once(probes);
        this.workloads = once(workloads);
        this.systems = once(systems);
        this.steps = once(steps);
    }

    /** What the class path offers. */
    public static Catalogue load() {
        return new Catalogue(
                () -> Providers.load(InjectorProvider.class),
                () -> Providers.load(ProbeProvider.class),
                () -> Providers.load(WorkloadProvider.class),
                () -> Providers.load(SystemProvider.class),
                () -> Providers.load(StepProvider.class));
    }

    /** A catalogue of the given providers, for tests. */
    public static Catalogue of(
            Providers<InjectorProvider> faults,
            Providers<ProbeProvider> probes,
            Providers<WorkloadProvider> workloads,
            Providers<SystemProvider> systems,
            Providers<StepProvider> steps) {
        return new Catalogue(() -> faults, () -> probes, () -> workloads, () -> systems, () -> steps);
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
