package dev.musterpoint.shell.reference;

import dev.musterpoint.drills.codec.MarkdownText;
import dev.musterpoint.drills.evidence.UndoKind;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.TypeInfo;
import dev.musterpoint.shell.console.TypeWords;
import java.util.List;
import java.util.stream.Collectors;

/** What the catalogue knows of one type. */
final class TypeSection {
    private final Page page;
    private final String kind;

    TypeSection(Page page, String kind) {
        this.page = page;
        this.kind = kind;
    }

    void write(TypeInfo info) {
        page.heading(3, MarkdownText.code(info.type())).paragraph(MarkdownText.plain(info.summary()) + ".");
        if (!info.systems().isEmpty()) {
            page.line("- Works with systems of type "
                    + info.systems().stream().map(MarkdownText::code).collect(Collectors.joining(", ")));
        }
        info.permissions().forEach(each -> page.line("- Needs " + MarkdownText.plain(each)));
        if (info.undo() != UndoKind.NONE || kind.equals("fault")) {
            page.line("- Undone: " + TypeWords.undone(info.undo()));
        }
        if (!info.systems().isEmpty()
                || !info.permissions().isEmpty()
                || info.undo() != UndoKind.NONE
                || kind.equals("fault")) {
            page.line("");
        }
        parameters("Under `target:`", info.targetParameters());
        parameters(kind.equals("step") ? "Under `with:`" : "", info.parameters());
    }

    private void parameters(String under, List<Parameter> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        if (!under.isEmpty()) {
            page.paragraph(under);
        }
        page.head("Key", "Type", "When left out", "What it is");
        parameters.forEach(parameter -> row("", parameter));
        page.line("");
    }

    /** The keys of a mapping follow it, with its name before theirs. */
    private void row(String above, Parameter parameter) {
        String key = above + parameter.name();
        page.row(
                MarkdownText.code(key),
                MarkdownText.plain(TypeWords.type(parameter)),
                MarkdownText.plain(TypeWords.leftOut(parameter)),
                MarkdownText.plain(parameter.description()));
        parameter.fields().forEach(field -> row(key + ".", field));
    }
}
