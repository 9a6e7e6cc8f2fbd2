package dev.musterpoint.drills.codec;

import java.util.function.Function;

/** Reads files of other modules as strictly as drill files. They have no variables: what they say, nobody can change. */
public final class StrictFile {
    private StrictFile() {}

    /**
     * Reads {@code file}.
     *
     * @param reader makes the result of the keys under {@code spec}; thrown away when there was any problem
     * @throws DrillFileException with every problem there is
     */
    public static <T> T read(SourceFile file, FileKind kind, Function<Fields, T> reader) {
        Problems problems = new Problems(file.name());
        Yaml whole = ClearSecrets.remove(YamlParser.parse(file, problems), problems);
        Fields top = Fields.of(whole, "the file", problems).orElseThrow(problems::failure);
        Document.checkKind(top, kind, problems);
        Fields spec = Document.read(top, problems).spec();
        T result = reader.apply(spec);
        spec.finish();
        problems.failIfAny();
        return result;
    }

    /**
     * Reads {@code file}, which has no head: its keys stand at the top.
     *
     * @param reader makes the result of these keys; thrown away when there was any problem
     * @throws DrillFileException with every problem there is
     */
    public static <T> T readPlain(SourceFile file, Function<Fields, T> reader) {
        Problems problems = new Problems(file.name());
        Fields top = Fields.of(YamlParser.parse(file, problems), "the file", problems)
                .orElseThrow(problems::failure);
        T result = reader.apply(top);
        top.finish();
        problems.failIfAny();
        return result;
    }
}
