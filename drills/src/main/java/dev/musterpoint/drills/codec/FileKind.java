package dev.musterpoint.drills.codec;

import java.util.Optional;

/** What a YAML file holds. */
public enum FileKind {
    DRILL("Drill"),
    RUNBOOK("Runbook"),
    POLICY("Policy"),
    /** Some other YAML file. */
    OTHER("");

    private final String written;

    FileKind(String written) {
        this.written = written;
    }

    /** What stands under {@code kind:}. */
    String written() {
        return written;
    }

    /**
     * Tells what {@code file} is, as far as listing needs it; whether it is correct is not looked at.
     *
     * @throws DrillFileException when the file is not YAML in the form that drill files have
     */
    public static Header peek(SourceFile file) {
        Problems problems = new Problems(file.name());
        Yaml root = YamlParser.parse(file, problems);
        String name = text(root, "metadata", "name").orElse("");
        return new Header(kindOf(root), name, text(root, "metadata", "title").orElse(name));
    }

    private static FileKind kindOf(Yaml root) {
        String kind = text(root, "kind").orElse("");
        boolean ours = text(root, "apiVersion").orElse("").startsWith("musterpoint.dev/");
        for (FileKind candidate : values()) {
            if (ours && candidate.written.equals(kind)) {
                return candidate;
            }
        }
        return OTHER;
    }

    private static Optional<String> text(Yaml node, String... path) {
        Optional<Yaml> at = Optional.of(node);
        for (String key : path) {
            at = at.filter(Yaml.Mapping.class::isInstance).flatMap(mapping -> ((Yaml.Mapping) mapping).find(key));
        }
        return at.filter(Yaml.Scalar.class::isInstance).map(scalar -> Quoted.visible(((Yaml.Scalar) scalar).text()));
    }

    /**
     * What the head of a file says.
     *
     * @param name  {@code metadata.name}; empty when there is none
     * @param title {@code metadata.title}; the name when there is none
     */
    public record Header(FileKind kind, String name, String title) {}
}
