package dev.musterpoint.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.shell.console.Console;
import dev.musterpoint.shell.run.Settings;
import dev.musterpoint.shell.template.Template;
import dev.musterpoint.shell.template.Templates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrillNewTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String POLICY = """
            apiVersion: musterpoint.dev/v1alpha1
            kind: Policy
            metadata: { name: mine, title: Mine }
            spec:
              outsideSandbox: { systems: [postgres], targets: ["pid *"] }
              hosts: [shop.example]
            """;

    @TempDir
    Path here;

    /** A process that a drill may name; nothing is done to it. */
    private Process process;

    @BeforeEach
    void startProcess() throws IOException {
        process = new ProcessBuilder("cat").start();
    }

    @AfterEach
    void endProcess() {
        process.destroyForcibly();
    }

    /** What a person would answer who has such a system. */
    private Map<String, String> possible() {
        return Map.of(
                "url", "https://shop.example/health?deep=1#x",
                "user", "drill",
                "password", "env:ORDERS_PASSWORD",
                "process", Long.toString(process.pid()),
                "standby", "b.example:5432");
    }

    private List<String> words(Template template) {
        List<String> words = new ArrayList<>(List.of("drill", "new", "--template", template.name()));
        for (var question : template.questions()) {
            if (question.otherwise().isEmpty()) {
                boolean jdbc = template.name().startsWith("postgres")
                        && question.name().equals("url");
                words.add("--var");
                words.add(question.name() + "="
                        + (jdbc
                                ? "jdbc:postgresql://a.example:5432,b.example:5432/orders?targetServerType=primary"
                                : possible().get(question.name())));
            }
        }
        return words;
    }

    static List<Template> templates() {
        return Templates.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateIsValidAndCanBePlanned(Template template) throws IOException {
        Files.writeString(here.resolve("policy.yaml"), POLICY);

        Typed typed = Typed.in(here, words(template).toArray(String[]::new));

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out()).doesNotContain("warning").contains(template.name() + " is valid");
        String next = typed.out()
                .lines()
                .filter(line -> line.startsWith("next: "))
                .findFirst()
                .orElseThrow();
        String[] command = next.replace("next: muster ", "").split(" ");
        Typed plan = Typed.in(here, command);
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(Files.readString(here.resolve(template.name() + ".yaml")))
                .contains("# ")
                .doesNotContain("{{")
                .contains("name: " + template.name());
    }

    @Test
    void whatThePolicyDoesNotAllowIsWrittenAndSaid() {
        Template postgres = Templates.find("postgres-failover").orElseThrow();

        Typed typed = Typed.in(here, words(postgres).toArray(String[]::new));

        assertThat(typed.code()).isZero();
        assertThat(typed.out())
                .contains("the policy does not let it run yet", "outsideSandbox")
                .contains("next: muster drill validate postgres-failover");
    }

    @Test
    void neverOverwritesUnlessForced() throws IOException {
        Path file = Files.writeString(here.resolve("mine-response.yaml"), "precious");
        String[] words = {"drill", "new", "--template", "sandbox-pair", "--name", "mine"};

        Typed typed = Typed.in(here, words);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("mine-response.yaml is there already; nothing was written");
        assertThat(file).hasContent("precious");
        assertThat(here.resolve("mine.yaml")).doesNotExist();
        String[] forced = {"drill", "new", "--template", "sandbox-pair", "--name", "mine", "--force"};
        assertThat(Typed.in(here, forced).code()).isZero();
    }

    @Test
    void saysWhatIsMissingAndWhatWasMeant() {
        assertThat(Typed.in(here, "drill", "new").err()).contains("which template?", "postgres-failover");
        assertThat(Typed.in(here, "drill", "new", "--template", "htp-watch").err())
                .contains("did you mean 'http-watch'?");
        assertThat(Typed.in(here, "drill", "new", "--template", "http-watch").err())
                .contains("--var url=…");
        assertThat(Typed.in(here, "drill", "new", "--template", "http-watch", "--var", "ulr=http://x/")
                        .err())
                .contains("did you mean 'url'?");
        assertThat(Typed.in(here, "drill", "new", "--template", "sandbox-pair", "--var", "rto=soon")
                        .err())
                .contains("'rto' cannot be 'soon'");
        assertThat(Typed.in(here, "drill", "new", "--template", "sandbox-pair", "--sandbox", "none")
                        .err())
                .contains("no sandbox 'none' is up");
        assertThat(here).isEmptyDirectory();
    }

    @Test
    void aPasswordNeverStandsInADrill() {
        Template postgres = Templates.find("postgres-failover").orElseThrow();
        List<String> words = words(postgres);
        words.replaceAll(word -> word.startsWith("password=") ? "password=hunter2" : word);

        assertThat(Typed.in(here, words.toArray(String[]::new)).err()).contains("a password never stands in a drill");
        assertThat(here).isEmptyDirectory();
    }

    @Test
    void anAnswerIsAValueAndNothingElse() throws IOException {
        String odd = "ours: \"x\" # { ] \\";

        Typed typed = Typed.in(here, "drill", "new", "--template", "sandbox-pair", "--var", "owner=" + odd);

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(Typed.in(here, "drill", "plan", "sandbox-pair", "-o", "json").out())
                .contains("\"owner\" : \"ours: \\\"x\\\" # { ] \\\\\"");
    }

    @Test
    void asksAgainUntilTheAnswerWillDo() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String typed = "7\nsandbox-pair\nMy Drill\nmine\n\nfast\n30s\n\n\n";
        Console terminal = new Console(
                new PrintWriter(out),
                new PrintWriter(err),
                new BufferedReader(new StringReader(typed)),
                true,
                100,
                false);
        Settings settings = new Settings(HOME, here, here.resolve("runs"), here.resolve("state"));

        int code = new Commands(new App(terminal, settings, false)).execute("drill", "new");

        assertThat(code).as(err.toString()).isZero();
        assertThat(err.toString()).contains("that is none of them", "use at most 50 small letters", "[1m]");
        assertThat(here.resolve("mine.yaml")).content().contains("name: mine", "RTO: 30s", "RPO: 1s");
    }
}
