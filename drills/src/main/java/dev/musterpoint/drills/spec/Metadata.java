package dev.musterpoint.drills.spec;

import java.util.Objects;
import java.util.Optional;

/**
 * Who and what a drill or a runbook is: a name for machines, a title for people, an owner and a tier.
 *
 * @param service the service that is drilled, which has one drill at a time; where it is not named, the drill is its own
 */
public record Metadata(
        String name, String title, Optional<String> owner, Optional<String> tier, Optional<String> service) {
    public Metadata {
        Checks.text(name, "metadata.name");
        Checks.text(title, "metadata.title");
        Objects.requireNonNull(owner);
        Objects.requireNonNull(tier);
        // What was stored before there were services names none.
        service = service == null ? Optional.empty() : service;
    }

    public Metadata(String name, String title, Optional<String> owner, Optional<String> tier) {
        this(name, title, owner, tier, Optional.empty());
    }
}
