package dev.musterpoint.programme.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.codec.DrillFileException;
import dev.musterpoint.drills.codec.SourceFile;
import dev.musterpoint.drills.plan.FreezeWindow;
import dev.musterpoint.drills.plan.PolicySnapshot;
import dev.musterpoint.drills.plan.WeeklyWindow;
import dev.musterpoint.drills.spec.BlastRadius;
import dev.musterpoint.drills.spec.Share;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTests {
    private static final Path EXAMPLE = Path.of("..", "docs", "policy.md");
    private static final String HEAD = """
            apiVersion: musterpoint.dev/v1alpha1
            kind: Policy
            metadata: { name: test, title: Test }
            """;

    private static PolicySnapshot read(String text) {
        return PolicyReader.read(SourceFile.of("policy.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The problems of a policy with {@code line} under {@code spec}. */
    private static List<String> problems(String line) {
        try {
            read(HEAD + "spec:\n  " + line + "\n");
            return List.of();
        } catch (DrillFileException broken) {
            return broken.problems().stream().map(Object::toString).toList();
        }
    }

    /** The YAML block of the documentation. */
    static String example() throws IOException {
        String page = Files.readString(EXAMPLE);
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        return page.substring(start, page.indexOf("```", start));
    }

    @Test
    void theExampleOfTheDocumentationIsReadWhole() throws Exception {
        PolicySnapshot policy = read(example());

        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(policy.source()).isEqualTo("policy.yaml");
        assertThat(policy.digest()).matches("[0-9a-f]{64}");
        assertThat(policy.environments()).containsExactly("sandbox", "staging");
        assertThat(policy.allowed())
                .isEqualTo(new PolicySnapshot.Allowed(
                        List.of("postgres"),
                        List.of("pid *"),
                        List.of("/usr/local/bin/shop-drill"),
                        List.of("api.staging.example", "localhost:8474")));
        assertThat(policy.protectedLabels()).containsExactly("tier=critical", "do-not-touch");
        assertThat(policy.limits())
                .isEqualTo(new PolicySnapshot.Limits(
                        new BlastRadius(Map.of("processes", 1), Optional.of(new Share(0.5))),
                        new BlastRadius(Map.of("targets", 3), Optional.empty()),
                        Optional.of(Duration.ofMinutes(30)),
                        true));
        assertThat(policy.freezes())
                .containsExactly(new FreezeWindow(
                        LocalDateTime.parse("2026-12-20T00:00"),
                        LocalDateTime.parse("2027-01-02T00:00"),
                        berlin,
                        "Christmas trade"));
        assertThat(policy.windows())
                .containsExactly(new WeeklyWindow(
                        List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
                        LocalTime.of(9, 0),
                        LocalTime.of(16, 0),
                        berlin));
    }

    @Test
    void whatIsLeftOutAllowsNothingMore() {
        PolicySnapshot policy = read(HEAD + "spec: { environments: [sandbox] }\n");

        assertThat(policy.outsideSandbox()).isFalse();
        assertThat(policy.allowed()).isEqualTo(PolicySnapshot.BUILT_IN.allowed());
        assertThat(policy.limits()).isEqualTo(PolicySnapshot.BUILT_IN.limits());
    }

    @Test
    void daysMayGoRoundTheEndOfTheWeek() {
        PolicySnapshot policy = read(HEAD
                + "spec:\n  windows: [{ days: [sat..MON, WED], from: \"22:00\", to: \"24:00\", timeZone: UTC }]\n");

        assertThat(policy.windows().get(0).days())
                .containsExactly(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY);
        assertThat(policy.windows().get(0).to()).isEqualTo(LocalTime.MIDNIGHT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            enviroments: [x] | 5:3: unknown key 'enviroments' in 'spec'; did you mean 'environments'?
            limits: { guardrails: perhaps } | 5:25: 'guardrails' must be true or false, not 'perhaps'
            commands: [true] | 5:14: 'commands': 'true' is no absolute path of one program
            commands: ["/opt/a long way down/to/where the programs of drills are kept/*"] | 5:14: 'commands': '/opt/a long way down/to/where the programs of drills are kept/*' is no absolute path of one program
            commands: [/usr/bin/*] | 5:14: 'commands': '/usr/bin/*' is no absolute path of one program
            hosts: ["http://x/"] | 5:11: 'hosts': 'http://x/' is no host; write host or host:port
            limits: { perFault: { processes: 0 } } | 5:36: 'processes' must be a whole number of at least 1, not '0'
            limits: { perFault: { share: half } } | 5:32: 'share': 'half' is not a share; write a percentage such as 5% or 99.9%
            limits: { longest: 1m } | 5:13: unknown key 'longest' in 'limits'; it may hold: perFault, perDrill, longestFault, guardrails
            outsideSandbox: true | 5:19: 'outsideSandbox' must be a mapping, not a single value
            freeze: [{ from: 2026-12-20T00:00, to: 2026-12-21T00:00, why: x }] | 5:12: freeze 1 needs 'timeZone'
            freeze: [{ from: 20.12., to: 2026-12-21T00:00, timeZone: UTC, why: x }] | 5:20: 'from': '20.12.' is no date and time; write one such as 2026-12-20T00:00
            freeze: [{ from: 2026-12-20T00:00, to: 2026-12-20T00:00, timeZone: UTC, why: x }] | 5:12: freeze 1: 'to' must be later than 'from'
            windows: [{ days: [MON], from: 9, to: "16:00", timeZone: UTC }] | 5:34: 'from': '9' is no time of day; write one such as "09:00"
            windows: [{ days: [], from: "09:00", to: "16:00", timeZone: UTC }] | 5:13: window 1: 'days' must name a day, such as [MON..THU]
            windows: [{ days: [Montag], from: "09:00", to: "16:00", timeZone: UTC }] | 5:22: 'days': 'Montag' is no day; write MON, TUE, WED, THU, FRI, SAT, SUN, or a range such as MON..THU
            windows: [{ days: [MON], from: "09:00", to: "16:00", timeZone: Europe/Berlim }] | 5:66: 'timeZone': 'Europe/Berlim' is no time zone; write one such as Europe/Berlin or UTC; did you mean 'Europe/Berlin'?
            variables: { X: y } | 5:3: unknown key 'variables' in 'spec'
            """)
    void tellsWhatIsWrongAndWhere(String line, String problem) {
        assertThat(problems(line)).anyMatch(found -> found.startsWith("policy.yaml:" + problem), problem);
    }

    @Test
    void programsAndHostsMayHaveLongNames() {
        assertThat(problems("commands: [/opt/a-long-way/down/to/where/the/programs/of/drills/are/kept/break]"))
                .isEmpty();
        assertThat(problems("hosts: [\"orders-api-7d9c5b.staging.internal.company.example:8443\"]"))
                .isEmpty();
    }

    @Test
    void otherFilesAreNoPolicies() {
        assertThat(problems("x: y")).isNotEmpty();
        assertThat(problemsOf(HEAD.replace("Policy", "Drill") + "spec: {}\n"))
                .containsExactly("policy.yaml:2:7: 'kind' must be Policy, not 'Drill'");
    }

    private static List<String> problemsOf(String text) {
        try {
            read(text);
            return List.of();
        } catch (DrillFileException broken) {
            return broken.problems().stream().map(Object::toString).toList();
        }
    }
}
