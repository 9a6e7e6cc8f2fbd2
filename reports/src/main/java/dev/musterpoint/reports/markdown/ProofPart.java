package dev.musterpoint.reports.markdown;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.Residue;
import dev.musterpoint.drills.plan.Forecast;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.reports.model.FaultProof.Removal;
import dev.musterpoint.reports.model.FaultProof.TargetProof;
import dev.musterpoint.reports.model.Figures;
import dev.musterpoint.reports.model.Meaning;
import dev.musterpoint.reports.model.ReportModel;
import dev.musterpoint.reports.model.Words;

/** That the fault happened, and that nothing of the run is left. */
final class ProofPart {
    private final Page page;

    ProofPart(Page page) {
        this.page = page;
    }

    void add(ReportModel model) {
        if (!model.proof().targets().isEmpty()) {
            page.heading(2, "Proof that the fault happened");
            model.proof().targets().forEach(target -> page.item(fault(target)));
        }
        model.plan().faults().forEach(fault -> fault.forecast()
                .ifPresent(forecast -> foreseen(fault, forecast, model)));
        if (!model.proof().removals().isEmpty()) {
            page.heading(2, "What the run changed, and what is left of it");
            page.table("Changed", "Undone by", "What is left");
            model.proof().removals().forEach(this::removal);
        }
    }

    private void foreseen(PlannedFault fault, Forecast forecast, ReportModel model) {
        page.heading(2, "Foreseen of " + fault.spec().name() + ", and measured");
        forecast.expected().forEach(each -> page.item("Foreseen: " + Page.plain(each)));
        forecast.concerns().forEach(each -> page.item("Concern: " + Page.plain(each)));
        model.conclusion()
                .service()
                .forEach(each ->
                        page.item("Measured: " + Page.plain(each.name()) + ", " + Page.plain(Meaning.measured(each))));
    }

    private static String fault(TargetProof proof) {
        String what = Page.plain(proof.fault().spec().name()) + ": "
                + Page.plain(proof.fault().spec().type()) + " on "
                + Page.plain(proof.target().id()) + ", ";
        return what
                + proof.seen()
                        .map(seen -> "effect seen by " + Figures.clock(seen.returned()) + " ("
                                + Page.plain(seen.detail()) + ")")
                        .or(() -> proof.notSeen()
                                .map(none -> "**no effect seen** until " + Figures.clock(none.until()) + " ("
                                        + Page.plain(none.detail()) + ")"))
                        .or(() -> proof.skipped().map(skipped -> "**skipped**: " + Page.plain(skipped.reason())))
                        .orElse("not looked for: it was not injected");
    }

    private void removal(Removal removal) {
        String left = removal.residue().map(ProofPart::left).orElse("**not read back**");
        page.row(
                Page.plain(removal.undo().target()),
                removal.by().isEmpty() ? "nobody" : Page.plain(removal.by()),
                removal.error().isEmpty() ? left : left + "; undoing failed: " + Page.plain(removal.error()));
    }

    private static String left(Residue residue) {
        String state = Words.of(residue.state());
        return (residue.state() == CleanUp.CLEAN ? state : "**" + state + "**") + ": " + Page.plain(residue.detail());
    }
}
