package dev.musterpoint.drills.spi;

/** Offers runbook step types. */
public interface StepProvider extends Provider {
    /** What steps of {@code type} can publish. */
    default OutputTypes outputs(String type) {
        return OutputTypes.NONE;
    }

    StepExecutor executor(String type, Toolbox toolbox);
}
