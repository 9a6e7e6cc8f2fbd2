package dev.musterpoint.shell.reference;

import dev.musterpoint.drills.codec.DrillSchema;
import dev.musterpoint.drills.codec.MarkdownText;
import dev.musterpoint.drills.codec.RunbookSchema;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.shell.reference.SchemaNode.KeyRow;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The reference as one page of Markdown. The same catalogue always gives the same page. */
public final class Reference {
    private final Catalogue catalogue;
    private final SchemaNode drill;
    private final SchemaNode runbook;
    private final Page page = new Page();

    public Reference(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.drill = new SchemaNode(DrillSchema.of(catalogue)).at("spec");
        this.runbook = new SchemaNode(RunbookSchema.of(catalogue)).at("spec");
    }

    /** @param exitCodes what each exit code means, in order */
    public String markdown(Map<Integer, String> exitCodes) {
        page.heading(1, "Reference")
                .paragraph("What may stand in drill and runbook files. Made from what the providers declare by"
                        + " `./muster reference > docs/reference.md`; a test fails when it is out of date. The same is"
                        + " shown by `muster fault show TYPE` and its like, and `muster schema drill` gives it to"
                        + " editors.");
        page.heading(2, "A drill").paragraph("Under `spec:`");
        table(drill.ownRows());
        types("Systems", "system", drill.at("systems"), catalogue.systems().infos());
        types("Probes", "probe", drill.at("probes"), catalogue.probes().infos());
        types(
                "Workloads",
                "workload",
                drill.at("workloads"),
                catalogue.workloads().infos());
        types("Faults", "fault", drill.at("faults"), catalogue.faults().infos());
        types(
                "Conditions of faults",
                "condition",
                drill.at("faults").alternatives().get(0).at("when"),
                catalogue.conditions().infos());
        objectives();
        page.heading(2, "Guardrails").paragraph("Each is an item of `abortWhen:`");
        table(drill.at("abortWhen").item().rows(""));
        page.heading(2, "Timing").paragraph("Under `timing:`");
        table(drill.at("timing").rows(""));
        types("Runbook steps", "step", runbook.at("steps"), catalogue.steps().infos());
        exitCodes(exitCodes);
        return page.toString();
    }

    private void types(String heading, String kind, SchemaNode all, List<TypeInfo> infos) {
        page.heading(2, heading).paragraph("Each has a `type`, which settles what else it may have.");
        Set<String> told = infos.stream()
                .flatMap(info -> info.parameters().stream())
                .filter(parameter -> parameter.fields().isEmpty())
                .map(Parameter::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        told.add("type");
        shared(kind, all.alternatives(), told);
        TypeSection section = new TypeSection(page, kind);
        infos.stream().sorted(Comparator.comparing(TypeInfo::type)).forEach(section::write);
    }

    /** The keys that all types of a kind have, whatever they declare themselves. */
    private void shared(String kind, List<SchemaNode> alternatives, Set<String> told) {
        List<KeyRow> rows = alternatives.get(0).rows("").stream()
                .filter(row -> !told.contains(row.key()))
                .filter(row -> alternatives.stream().allMatch(each -> each.hasRow(row.key())))
                .toList();
        if (!rows.isEmpty()) {
            page.paragraph("Every " + kind + ":");
            table(rows);
        }
    }

    private void objectives() {
        page.heading(2, "Objectives").paragraph("Each under `objectives:`, with a `name` and one of");
        for (SchemaNode objective : drill.at("objectives").alternatives()) {
            objective.properties().forEach((kind, schema) -> {
                if (!kind.equals("name")) {
                    page.heading(3, MarkdownText.code(kind)).paragraph(MarkdownText.plain(schema.description()));
                    table(schema.rows(""));
                }
            });
        }
    }

    private void table(List<KeyRow> rows) {
        page.head("Key", "Needed", "What it is");
        rows.forEach(row -> page.row(
                MarkdownText.code(row.key()), row.required() ? "yes" : "", MarkdownText.plain(row.description())));
        page.line("");
    }

    private void exitCodes(Map<Integer, String> meanings) {
        page.heading(2, "Exit codes").head("Code", "Meaning");
        meanings.forEach((code, meaning) -> page.row(Integer.toString(code), MarkdownText.plain(meaning)));
    }
}
