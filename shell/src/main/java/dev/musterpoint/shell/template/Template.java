package dev.musterpoint.shell.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A drill to begin with.
 *
 * @param questions what it needs to know, in the order in which to ask; the first is the drill's name
 * @param files     what it becomes; the first is the drill
 */
public record Template(String name, String title, List<Question> questions, List<Part> files) {
    /** What a file's name takes in place of the drill's. */
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    public Template {
        questions = List.copyOf(questions);
        files = List.copyOf(files);
    }

    /** One file. {@code suffix} follows the drill's name in its own; {@code text} has places for answers. */
    public record Part(String suffix, String text) {}

    /** One file, ready to be written. */
    public record Filled(String fileName, String text) {}

    /**
     * The files with {@code answers} in place.
     *
     * @param answers an answer to every question, each of which was checked
     */
    public List<Filled> fill(Map<String, String> answers) {
        List<Filled> filled = new ArrayList<>();
        for (Part part : files) {
            filled.add(new Filled(answers.get("name") + part.suffix() + ".yaml", fill(part.text(), answers)));
        }
        return filled;
    }

    private String fill(String text, Map<String, String> answers) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(question(place.group(1)).form().written(answers.get(place.group(1)))));
    }

    private Question question(String asked) {
        return questions.stream()
                .filter(each -> each.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("template " + name + " asks for no '" + asked + "'"));
    }
}
