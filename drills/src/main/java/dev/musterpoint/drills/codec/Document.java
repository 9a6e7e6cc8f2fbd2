package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.DrillSpec;
import dev.musterpoint.drills.spec.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What all authored files have in common: a version, a kind, metadata, and a {@code spec}, which may have variables. */
record Document(Metadata metadata, Fields spec) {
    /**
     * Opens {@code file}, which must be of {@code kind}, with its variables in place.
     *
     * @param strictVariables whether a given variable that the file does not use is a problem
     */
    static Document open(
            SourceFile file,
            FileKind kind,
            Map<String, String> given,
            Function<String, Optional<String>> environment,
            boolean strictVariables,
            Problems problems) {
        Yaml root = YamlParser.parse(file, problems);
        Fields raw = Fields.of(root, "the file", problems).orElseThrow(problems::failure);
        checkKind(raw, kind, problems);
        Variables variables = new Variables(given, environment, problems);
        declaredIn(root).ifPresent(variables::declare);
        Yaml whole = ClearSecrets.remove(variables.substitute(root), problems);
        Fields top = Fields.of(whole, "the file", problems).orElseThrow();
        if (strictVariables) {
            variables.reportUnused();
        }
        Document document = read(top, problems);
        document.spec().node("variables");
        return document;
    }

    /** A file of another kind or version is not read further: all else would look wrong too. */
    static void checkKind(Fields raw, FileKind kind, Problems problems) {
        raw.require("apiVersion", "kind");
        Optional<String> version = raw.choice("apiVersion", List.of(DrillSpec.API_VERSION));
        Optional<String> written = raw.choice("kind", List.of(kind.written()));
        if (version.isEmpty() || written.isEmpty()) {
            throw problems.failure();
        }
    }

    static Document read(Fields top, Problems problems) {
        top.node("apiVersion");
        top.node("kind");
        top.require("metadata", "spec");
        Optional<Metadata> metadata = top.mapping("metadata").map(Document::metadata);
        Optional<Fields> spec = top.mapping("spec");
        top.finish();
        return new Document(
                metadata.orElseGet(
                        () -> new Metadata(Fields.MISSING, Fields.MISSING, Optional.empty(), Optional.empty())),
                spec.orElseThrow(problems::failure));
    }

    private static Metadata metadata(Fields fields) {
        fields.require("name", "title");
        Optional<Yaml.Scalar> name = fields.scalar("name");
        name.ifPresent(scalar -> Identifiers.check(scalar, "the name", fields.problems()));
        Metadata metadata = new Metadata(
                name.map(Yaml.Scalar::text).filter(Identifiers::isName).orElse(Fields.MISSING),
                fields.line("title").orElse(Fields.MISSING),
                fields.line("owner"),
                fields.line("tier"),
                fields.line("service"));
        fields.finish();
        return metadata;
    }

    private static Optional<Yaml> declaredIn(Yaml root) {
        return ((Yaml.Mapping) root)
                .find("spec")
                .filter(Yaml.Mapping.class::isInstance)
                .flatMap(spec -> ((Yaml.Mapping) spec).find("variables"));
    }
}
