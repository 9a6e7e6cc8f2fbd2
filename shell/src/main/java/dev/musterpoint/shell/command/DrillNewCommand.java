package dev.musterpoint.shell.command;

import dev.musterpoint.drills.codec.Nearest;
import dev.musterpoint.drills.planning.PlanRefusedException;
import dev.musterpoint.shell.run.PreparedDrill;
import dev.musterpoint.shell.template.Question;
import dev.musterpoint.shell.template.Template;
import dev.musterpoint.shell.template.Templates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster drill new} */
@Command(
        name = "new",
        description =
                "Write a drill of your own from a template, and check it. On a terminal it asks for what is not given;"
                        + " with --template, only for what has no default.",
        footer = {
            "",
            "Examples:",
            "  muster drill new",
            "  muster drill new --template postgres-failover --name orders --sandbox postgres-pair-1",
            "  muster drill new --template http-watch --var url=https://shop.example/health --var watch=1h"
        })
public final class DrillNewCommand extends MusterCommand {
    @Option(
            names = "--template",
            paramLabel = "NAME",
            completionCandidates = TemplateNames.class,
            description = "one of: ${COMPLETION-CANDIDATES}")
    private String template;

    @Option(names = "--name", description = "the drill's name; the template's when left out")
    private String name;

    @Option(names = "--var", paramLabel = "NAME=VALUE", description = "answers a question; may be repeated")
    private Map<String, String> answers = new LinkedHashMap<>();

    @Option(
            names = "--sandbox",
            paramLabel = "ID",
            completionCandidates = SandboxIds.class,
            description = "take the addresses of this sandbox, which is up, for those of a system of your own")
    private String sandbox;

    @Option(names = "--file", description = "the file to write; NAME.yaml here when left out. Others go beside it")
    private Path file;

    @Option(names = "--force", description = "overwrite files that are there")
    private boolean force;

    public DrillNewCommand(App app) {
        super(app);
    }

    /** What was written, for machines. {@code refused}: why the policy in force does not let it run. */
    record Result(String drill, List<String> files, List<String> warnings, List<String> refused, String next) {}

    @Override
    ExitCode execute() throws IOException {
        boolean guided = template == null && console().terminal();
        Template chosen = guided ? new DrillWizard(console()).choose() : named();
        Map<String, String> all = answers(chosen, guided);
        Path drill = app().settings().here().resolve(file == null ? Path.of(all.get("name") + ".yaml") : file);
        List<Path> written = new NewFiles(drill, force).write(chosen.fill(all));
        written.forEach(each -> say("written: " + shown(each)));
        Result result = check(all.get("name"), drill, written);
        print(result, () -> tell(result));
        return ExitCode.OK;
    }

    private Template named() {
        if (template == null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "which template? Give --template, one of " + String.join(", ", Templates.names()));
        }
        return Templates.find(template)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "there is no template '" + template + "'"
                                + Nearest.hint(template, Templates.names(), "there are")));
    }

    private Map<String, String> answers(Template chosen, boolean guided) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        if (sandbox != null) {
            all.putAll(SandboxAnswers.of(app().sandboxes(), sandbox));
        }
        checkNames(chosen);
        all.putAll(answers);
        if (name != null) {
            all.put("name", name);
        }
        List<String> open = new ArrayList<>();
        for (Question question : chosen.questions()) {
            answer(question, guided, all, open);
        }
        if (!open.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "template '" + chosen.name() + "' needs to know: give " + String.join(", ", open));
        }
        return all;
    }

    private void answer(Question question, boolean guided, Map<String, String> all, List<String> open)
            throws IOException {
        String key = question.name();
        if (all.containsKey(key)) {
            question.problem(all.get(key)).ifPresent(problem -> {
                throw new CommandFailure(ExitCode.USAGE, "'" + key + "' cannot be '" + all.get(key) + "': " + problem);
            });
        } else if (guided || (console().terminal() && question.otherwise().isEmpty())) {
            all.put(key, new DrillWizard(console()).ask(question));
        } else if (question.otherwise().isPresent()) {
            all.put(key, question.otherwise().get());
        } else {
            open.add("--var " + key + "=… (" + question.ask() + ")");
        }
    }

    private void checkNames(Template chosen) {
        List<String> known = chosen.questions().stream().map(Question::name).toList();
        for (String given : answers.keySet()) {
            if (!known.contains(given)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "template '" + chosen.name() + "' asks for no '" + given + "'"
                                + Nearest.hint(given, known, "it asks for"));
            }
        }
    }

    /** The drill is right, or this fails with every problem; whether it may run is the policy's affair, and is only told. */
    private Result check(String drillName, Path drill, List<Path> written) {
        String word = drill.equals(app().settings().here().resolve(drillName + ".yaml")) ? drillName : shown(drill);
        List<String> files = written.stream().map(Path::toString).toList();
        try {
            PreparedDrill prepared = app().drillService().prepare(drill, Map.of());
            return new Result(drillName, files, prepared.warnings(), List.of(), "muster drill plan " + word);
        } catch (PlanRefusedException refused) {
            if (!refused.byPolicy()) {
                throw refused;
            }
            List<String> why = refused.refusals().stream().map(Object::toString).toList();
            return new Result(drillName, files, List.of(), why, "muster drill validate " + word);
        }
    }

    private void tell(Result result) {
        result.warnings().forEach(warning -> out().println("warning: " + warning));
        if (result.refused().isEmpty()) {
            out().println(result.drill() + " is valid");
        } else {
            out().println(result.drill() + " is written as it should be, but the policy does not let it run yet:");
            result.refused().forEach(why -> out().println("  " + why));
        }
        out().println("next: " + result.next());
    }

    private String shown(Path path) {
        Path here = app().settings().here();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }
}
