package dev.musterpoint.drills.spi;

/** Offers fault types. */
public interface InjectorProvider extends Provider {
    FaultInjector injector(String type, Toolbox toolbox);

    TargetResolver resolver(String type);
}
