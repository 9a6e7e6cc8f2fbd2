package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.Guardrail;
import dev.musterpoint.drills.spec.Guardrail.OnUnknown;
import dev.musterpoint.drills.spec.Guardrail.Phase;
import dev.musterpoint.drills.spec.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code abortWhen:}. */
final class GuardrailsReader {
    private static final Share UNREAD = new Share(0);

    private final Names probes;
    private final Problems problems;
    private final Scalars scalars;

    GuardrailsReader(Names probes, Problems problems) {
        this.probes = probes;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    List<Guardrail> read(List<Yaml> items) {
        List<Guardrail> guardrails = new ArrayList<>();
        int number = 0;
        for (Yaml item : items) {
            number++;
            Fields.of(item, "guardrail " + number, problems).map(this::read).ifPresent(guardrails::add);
        }
        return guardrails;
    }

    private Guardrail read(Fields fields) {
        fields.require("probe", "errorsAbove");
        String probe = fields.scalar("probe")
                .filter(reference -> probes.check(reference, problems))
                .map(Yaml.Scalar::text)
                .orElse(Fields.MISSING);
        Share errorsAbove = fields.scalar("errorsAbove").flatMap(this::limit).orElse(UNREAD);
        Duration lasting = fields.scalar("for")
                .flatMap(scalar -> scalars.duration("for", scalar, Guardrail.SHORTEST))
                .orElse(Guardrail.DEFAULT_LASTING);
        Set<Phase> phases = phases(fields);
        OnUnknown onUnknown = fields.choice("onUnknown", written(OnUnknown.values()))
                .map(text -> OnUnknown.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(OnUnknown.ABORT);
        Duration unreadableFor = fields.positive("unreadableFor").orElse(Guardrail.DEFAULT_UNREADABLE_FOR);
        fields.finish();
        return new Guardrail(probe, errorsAbove, lasting, phases, onUnknown, unreadableFor);
    }

    private Optional<Share> limit(Yaml.Scalar scalar) {
        Optional<Share> share = scalars.share("errorsAbove", scalar);
        if (share.isPresent() && share.get().value() >= 1) {
            problems.add(scalar.place(), "'errorsAbove' must be below 100 %: more than all cannot fail");
            return Optional.empty();
        }
        return share;
    }

    /** All phases that can be guarded, unless some are named. */
    private Set<Phase> phases(Fields fields) {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        for (Yaml.Scalar scalar : fields.scalars("phases", fields.filledItems("phases"))) {
            Optional<String> name = scalars.choice("phases", scalar, written(Phase.values()));
            name.map(text -> Phase.valueOf(text.toUpperCase(Locale.ROOT)))
                    .filter(phase -> !phases.add(phase))
                    .ifPresent(twice -> problems.add(scalar.place(), Quoted.of(scalar.text()) + " is named twice"));
        }
        return phases.isEmpty() ? EnumSet.allOf(Phase.class) : phases;
    }

    private static List<String> written(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
