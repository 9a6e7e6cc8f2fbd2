package dev.musterpoint.drills.spi;

/** Offers runbook step types. */
public interface StepProvider extends Provider {
    StepExecutor executor(String type, Toolbox toolbox);
}
