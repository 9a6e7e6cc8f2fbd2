package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.OutputReference;
import dev.musterpoint.drills.spec.ReferringAddress;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The outputs of steps that one step or probe refers to, each with its place. */
final class References {
    /** Where none may stand. */
    static final References NOWHERE = new References(false);

    private static final Set<ParameterType> HOLDERS = EnumSet.of(
            ParameterType.TEXT,
            ParameterType.CONTENT,
            ParameterType.STATEMENT,
            ParameterType.INTEGER,
            ParameterType.TEXT_LIST,
            ParameterType.TEXT_MAP,
            ParameterType.SECRET_MAP,
            ParameterType.PROGRAM,
            ParameterType.URL);

    private final boolean allowed;
    private final List<Use> uses = new ArrayList<>();

    private References(boolean allowed) {
        this.allowed = allowed;
    }

    References() {
        this(true);
    }

    /** @return whether {@code text} may stand in {@code parameter}; when not, its reader reports what it wants instead */
    boolean take(Parameter parameter, Yaml.Referring text, Problems problems) {
        if (!allowed
                || !HOLDERS.contains(parameter.type())
                || !parameter.choices().isEmpty()) {
            return false;
        }
        boolean whole = parameter.type() == ParameterType.CONTENT || parameter.type() == ParameterType.INTEGER;
        if (whole && !text.text().isWhole()) {
            problems.add(
                    text.place(),
                    "'" + parameter.name() + "' may be an output of a step, but not hold one beside other text, whose"
                            + " structure it could change");
        }
        if (parameter.type() == ParameterType.URL
                || parameter.type() == ParameterType.TEXT && ReferringAddress.isMeant(text.text())) {
            ReferringAddress.problem(text.text())
                    .ifPresent(wrong -> problems.add(text.place(), "'" + parameter.name() + "' " + wrong));
        }
        text.text().references().forEach(reference -> uses.add(new Use(text.place(), reference)));
        return true;
    }

    /** Reports what refers to nothing that {@code published} knows. */
    void check(Published published, Problems problems) {
        uses.forEach(use -> published.objection(use.reference()).ifPresent(wrong -> problems.add(use.place(), wrong)));
    }

    private record Use(Place place, OutputReference reference) {}
}
