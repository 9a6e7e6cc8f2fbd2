package dev.musterpoint.reports.html;

import dev.musterpoint.drills.verdict.Finding.LaneSeen;
import dev.musterpoint.reports.model.ObjectiveView;
import dev.musterpoint.reports.model.ReportModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The report's sections. A section keeps its number from run to run, so that a reference to it stays right; one that has
 * no content is left out.
 */
public enum Section {
    VERDICT(1, "Verdict", model -> true),
    AUTHORITY(2, "Authority", model -> true),
    SCOPE(3, "Scope and objectives", model -> true),
    PRECONDITIONS(5, "Preconditions", model -> model.baseline().isPresent()),
    TIMELINE(6, "Timeline", model -> !model.timeline().events().isEmpty()),
    STEPS(7, "Steps", model -> !model.steps().isEmpty() || !model.around().isEmpty()),
    RECOVERY(8, "Recovery time", Section::speaksOfRecovery),
    LOSS(9, "Data loss", model -> !model.plan().spec().workloads().isEmpty()),
    PROOF(10, "Proof that the fault happened", model -> !model.plan().faults().isEmpty()),
    DEVIATIONS(11, "Deviations and issues", model -> true),
    MANIFEST(15, "Evidence manifest", model -> true),
    SIGN_OFF(16, "Sign-off and how to verify", model -> true),
    METHOD(17, "Method and limits", model -> true),
    FAILBACK(18, "Fail-back", model -> model.failback().isPresent()),
    NOTED(19, "What the systems noted", model -> !model.noted().isEmpty());

    private final int number;
    private final String title;
    private final Predicate<ReportModel> content;

    Section(int number, String title, Predicate<ReportModel> content) {
        this.number = number;
        this.title = title;
        this.content = content;
    }

    private static boolean speaksOfRecovery(ReportModel model) {
        return !model.assessment().findings(LaneSeen.class).isEmpty()
                || !model.charts().lanes().stream()
                        .allMatch(lane -> lane.whole().buckets().isEmpty())
                || model.conclusion().service().stream().anyMatch(ObjectiveView::isMeasured);
    }

    /** The sections that have content, in order. */
    public static List<Section> of(ReportModel model) {
        return Arrays.stream(values()).filter(section -> section.isIn(model)).toList();
    }

    public boolean isIn(ReportModel model) {
        return content.test(model);
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** The section's anchor. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
