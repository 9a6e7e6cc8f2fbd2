package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.kit.SampleCatalogue;
import dev.musterpoint.drills.spec.Params;
import dev.musterpoint.drills.spec.Runbook;
import dev.musterpoint.drills.spec.RunbookStep;
import dev.musterpoint.drills.spi.Catalogue;
import dev.musterpoint.drills.spi.Parameter;
import dev.musterpoint.drills.spi.ParameterType;
import dev.musterpoint.drills.spi.Providers;
import dev.musterpoint.drills.spi.StepExecutor;
import dev.musterpoint.drills.spi.StepProvider;
import dev.musterpoint.drills.spi.Toolbox;
import dev.musterpoint.drills.spi.TypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters of a step that are mappings of their own, name programs, or name addresses. */
class NestedParametersTests {
    private static Runbook read(String with) {
        StepProvider steps = new StepProvider() {
            @Override
            public StepExecutor executor(String type, Toolbox toolbox) {
                throw new UnsupportedOperationException("it declares a type and runs nothing");
            }

            @Override
            public List<TypeInfo> types() {
                return List.of(TypeInfo.of(
                        "reach",
                        "reaches",
                        List.of(
                                Parameter.requiredMapping(
                                        "apply",
                                        "what to do",
                                        List.of(
                                                Parameter.optional("run", ParameterType.PROGRAM, "none", "a program"),
                                                Parameter.optional("exit", ParameterType.INTEGER, "0", "a number"),
                                                Parameter.optional("url", ParameterType.URL, "none", "an address"))),
                                Parameter.optional("headers", ParameterType.SECRET_MAP, "none", "headers")),
                        List.of()));
            }
        };
        Catalogue sample = SampleCatalogue.create();
        Catalogue catalogue = Catalogue.of(
                sample.faults(), sample.probes(), sample.workloads(), sample.systems(), Providers.of(List.of(steps)));
        String text = """
                apiVersion: musterpoint.dev/v1alpha1
                kind: Runbook
                metadata: { name: reach, title: Reach }
                spec:
                  steps:
                    - name: reach
                      part: act
                      planned: 1s
                      timeout: 1m
                      type: reach
                      with: { %s }
                """.formatted(with);
        return new RunbookReader(catalogue, name -> Optional.empty()).read(Samples.file(text), Map.of());
    }

    private static Params params(String with) {
        return ((RunbookStep.Automated) read(with).steps().get(0)).params();
    }

    @Test
    void mappingsKeepTheTypesOfTheirFields() {
        Params params = params("apply: { run: [/bin/true, 1], exit: 3, url: \"https://host/x\" },"
                + " headers: { Accept: text/plain, Authorization: { env: TOKEN } }");

        assertThat(params.nested("apply").values())
                .isEqualTo(Map.of("run", List.of("/bin/true", "1"), "exit", 3L, "url", "https://host/x"));
        assertThat(params.nested("headers").values())
                .isEqualTo(Map.of("Accept", "text/plain", "Authorization", Map.of("env", "TOKEN")));
    }

    @Test
    void aStoredPlanReadsBackAsItWas() {
        Params params = params("apply: { run: [/bin/true], exit: 3 }");
        JsonCodec<Params> codec = JsonCodec.lines(Params.class);

        assertThat(codec.decode(codec.encode(params), "test")).isEqualTo(params);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            headers: {} | 11:13: 'with' needs 'apply'
            apply: true | 11:22: 'apply' must be a mapping, not a single value
            apply: { rum: [/bin/true] } | 11:24: unknown key 'rum' in 'apply'; did you mean 'run'?
            apply: { run: [touch, x] } | 11:29: 'run' must begin with a program's absolute path, such as [/usr/bin/true, argument]
            apply: { run: [] } | 11:29: 'run' must begin with a program's absolute path, such as [/usr/bin/true, argument]
            apply: { exit: many } | 11:30: 'exit' must be a whole number of at most 2147483647, not 'many'
            apply: { url: host/x } | 11:29: 'url' must be an address such as https://host:8080/path
            apply: { url: "file:///etc/passwd" } | 11:29: 'url' must be an address such as https://host:8080/path
            apply: { url: "http://jane@host/" } | 11:29: 'url' must not hold a user's name; give credentials as headers
            apply: { url: "http://ho st/" } | 11:29: 'url' is no address: Illegal character in authority
            """)
    void tellsWhatIsWrongInside(String with, String problem) {
        assertThat(Samples.problems(() -> read(with))).contains(problem);
    }
}
