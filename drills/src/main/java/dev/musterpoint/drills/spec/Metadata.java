package dev.musterpoint.drills.spec;

import java.util.Objects;
import java.util.Optional;

/** Who and what a drill or a runbook is: a name for machines, a title for people, an owner and a tier. */
public record Metadata(String name, String title, Optional<String> owner, Optional<String> tier) {
    public Metadata {
        Checks.text(name, "metadata.name");
        Checks.text(title, "metadata.title");
        Objects.requireNonNull(owner);
        Objects.requireNonNull(tier);
    }
}
