package dev.musterpoint.reports.junit;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.RunOutcome;
import dev.musterpoint.reports.model.Meaning;
import dev.musterpoint.reports.model.ObjectiveView;
import dev.musterpoint.reports.model.ReportModel;
import dev.musterpoint.reports.model.Words;
import java.util.Locale;

/** How one test case ended. */
record Result(Kind kind, String type, String message, String text) {
    enum Kind {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED;

        String element() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Result PASSED = new Result(Kind.PASSED, "", "", "");

    static Result of(ObjectiveView objective, ReportModel model) {
        if (objective.verdict().isEmpty()) {
            return unjudged(objective, model);
        }
        Kind kind =
                switch (objective.verdict().get()) {
                    case MET -> Kind.PASSED;
                    case MISSED, NOT_RECOVERED -> Kind.FAILURE;
                    case INDETERMINATE, NO_EFFECT, MEASUREMENT_INVALID -> Kind.ERROR;
                };
        String type = objective.verdict().get().name();
        return kind == Kind.PASSED ? PASSED : new Result(kind, type, message(objective), text(objective));
    }

    /** A refused run tried nothing; any other that ended early owes its verdict. */
    private static Result unjudged(ObjectiveView objective, ReportModel model) {
        boolean refused = model.assessment().outcome() == RunOutcome.REFUSED;
        return new Result(
                refused ? Kind.SKIPPED : Kind.ERROR,
                model.assessment().outcome().name(),
                model.conclusion().headline() + " " + model.conclusion().detail(),
                objective.because());
    }

    static Result of(CleanUp state) {
        return state == CleanUp.CLEAN
                ? PASSED
                : new Result(
                        state == CleanUp.DIRTY ? Kind.FAILURE : Kind.ERROR,
                        state.name(),
                        Words.meaning(state),
                        "Run 'muster recover', then look at the section on removal and residue in the report.");
    }

    private static String message(ObjectiveView objective) {
        return Words.of(objective.verdict().orElseThrow()) + ": " + Meaning.measured(objective) + ", target "
                + Meaning.target(objective);
    }

    private static String text(ObjectiveView objective) {
        return String.join("\n", Meaning.sentence(objective), objective.because())
                + (objective.arithmetic().isEmpty() ? "" : "\n" + String.join("\n", objective.arithmetic()));
    }
}
