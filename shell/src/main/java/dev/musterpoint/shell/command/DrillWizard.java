package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.Nearest;
import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.template.Question;
import dev.musterpoint.shell.template.Template;
import dev.musterpoint.shell.template.Templates;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Asks the person at the terminal what a new drill needs to know, again until the answer will do. */
final class DrillWizard {
    private final Console console;

    DrillWizard(Console console) {
        this.console = console;
    }

    /** Lets a template be chosen, by its number or name. */
    Template choose() throws IOException {
        List<Template> all = Templates.all();
        console.err().println("What is the drill to be? (Ctrl-D gives up; nothing is written before the end)");
        for (int i = 0; i < all.size(); i++) {
            Template each = all.get(i);
            console.err().println("  " + (i + 1) + "  " + console.ink().bold(each.name()) + ": " + each.title());
        }
        while (true) {
            String answer = read("number or name");
            Optional<Template> chosen = answer.matches("[1-9]") && Integer.parseInt(answer) <= all.size()
                    ? Optional.of(all.get(Integer.parseInt(answer) - 1))
                    : Templates.find(answer);
            if (chosen.isPresent()) {
                return chosen.get();
            }
            console.err().println("  that is none of them" + Nearest.hint(answer, Templates.names()));
        }
    }

    /** The answer to {@code question}; an empty line means what holds otherwise. */
    String ask(Question question) throws IOException {
        String prompt = question.ask()
                + question.otherwise().map(usual -> " [" + usual + "]").orElse("");
        while (true) {
            String typed = read(prompt);
            String answer = typed.isEmpty() ? question.otherwise().orElse("") : typed;
            Optional<String> problem = question.problem(answer);
            if (problem.isEmpty()) {
                return answer;
            }
            console.err().println("  " + problem.get());
        }
    }

    private String read(String prompt) throws IOException {
        console.err().print(prompt + ": ");
        console.err().flush();
        String line = console.in().readLine();
        if (line == null) {
            throw new CommandFailure(ExitCode.USAGE, "given up; nothing was written");
        }
        return line.strip();
    }
}
