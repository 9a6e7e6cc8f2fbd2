package dev.musterpoint.shell.template;

import dev.musterpoint.drills.codec.Fields;
import dev.musterpoint.drills.codec.SourceFile;
import dev.musterpoint.drills.codec.StrictFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The templates that come with Musterpoint: resources, each in a folder of its own, described by its template.yaml. */
public final class Templates {
    private static final List<String> NAMES =
            List.of("postgres-failover", "http-process", "http-watch", "sandbox-pair");
    /** The part that is the drill itself; any other has its own name in its file's. */
    private static final String DRILL = "drill";

    private Templates() {}

    /** Their names, the one most often wanted first. */
    public static List<String> names() {
        return NAMES;
    }

    public static List<Template> all() {
        return NAMES.stream().map(Templates::load).toList();
    }

    /** The template {@code name}; empty when there is none. */
    public static Optional<Template> find(String name) {
        return Optional.of(name).filter(NAMES::contains).map(Templates::load);
    }

    private static Template load(String name) {
        SourceFile file = resource(name, "template");
        return StrictFile.readPlain(file, fields -> template(name, fields));
    }

    private static Template template(String name, Fields fields) {
        fields.require("title", "files", "questions");
        List<Question> questions = new ArrayList<>();
        questions.add(new Question("name", "the drill's name", Form.NAME, Optional.of(name)));
        fields.mappings("questions", "question").forEach(each -> questions.add(question(each)));
        List<Template.Part> files = fields.lines("files").stream()
                .map(part -> new Template.Part(
                        part.equals(DRILL) ? "" : "-" + part,
                        resource(name, part).text()))
                .toList();
        return new Template(name, fields.line("title").orElse(Fields.MISSING), questions, files);
    }

    private static Question question(Fields fields) {
        fields.require("name", "ask", "kind");
        Question question = new Question(
                fields.line("name").orElse(Fields.MISSING),
                fields.line("ask").orElse(Fields.MISSING),
                fields.choice("kind", Form.all()).map(Form::of).orElse(Form.TEXT),
                fields.line("otherwise"));
        fields.finish();
        return question;
    }

    private static SourceFile resource(String template, String part) {
        String path = "/templates/" + template + "/" + part + ".yaml";
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(path), path)) {
            return SourceFile.of(path, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
