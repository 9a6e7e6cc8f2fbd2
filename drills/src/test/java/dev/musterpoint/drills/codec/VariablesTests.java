package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spec.DrillSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariablesTests {
    private static final String URL = "jdbc:postgresql://localhost/shop";

    private static String rate(String text, Map<String, String> given) {
        return Samples.drill(text, given).workloads().get("orders").params().text("rate");
    }

    private static String hypothesis(String written, String value) {
        String text =
                Samples.changed("hypothesis: Orders are taken again within 15 minutes.", "hypothesis: " + written);
        return Samples.drill(text, Map.of("JDBC", URL, "V", value)).hypothesis();
    }

    @Test
    void whatWasGivenComesBeforeTheEnvironmentThatBeforeTheFileAndThatBeforeThePlace() {
        String host = Samples.GOOD_DRILL.replace("RATE", "RATE_OF_HOST").replace("OST}\"", "OST:-9/s}\"");

        assertThat(rate(host, Map.of("JDBC", URL, "RATE_OF_HOST", "3/s"))).isEqualTo("3/s");
        assertThat(rate(host, Map.of("JDBC", URL))).isEqualTo("7/s");
        assertThat(rate(Samples.GOOD_DRILL, Map.of("JDBC", URL))).isEqualTo("200/s");
        assertThat(rate(Samples.changed("\"${RATE}\"", "\"${OTHER:-9/s}\""), Map.of("JDBC", URL)))
                .isEqualTo("9/s");
    }

    @Test
    void aValueNeverChangesTheStructure() {
        String hostile = "x\n  faults: []\n  environment: production # }, {";

        assertThat(hypothesis("\"a ${V} b\"", hostile)).isEqualTo("a " + hostile + " b");
        assertThat(hypothesis("${V}", "null")).isEqualTo("null");
        assertThat(hypothesis("${V}", "!!java.lang.Runtime {}")).isEqualTo("!!java.lang.Runtime {}");
    }

    @Test
    void valuesAreNotExpandedAgain() {
        assertThat(hypothesis("${V}", "${JDBC}")).isEqualTo("${JDBC}");
    }

    @Test
    void twoDollarsStandForTheCharactersThemselves() {
        assertThat(hypothesis("it costs 5 $ and $${V}, ${V}", "x")).isEqualTo("it costs 5 $ and ${V}, x");
    }

    @Test
    void keysAreNeverReplaced() {
        String text = Samples.changed("  environment: staging", "  \"${V}\": staging");

        assertThat(Samples.problems(() -> Samples.drill(text, Map.of("JDBC", URL, "V", "environment"))))
                .contains(
                        "12:3: unknown key '${V}' in 'spec'; it may hold: variables, hypothesis, environment, trigger, systems,"
                                + " probes, workloads, faults, runbook, failback, objectives, abortWhen, … and 3 more");
    }

    @Test
    void aGivenVariableThatTheFileDeclaresNeedNotBeUsed() {
        String text = Samples.changed("RATE: 200/s", "RATE: 200/s\n    STANDBY: standby");

        DrillSpec drill = Samples.drill(text, Map.of("JDBC", URL, "STANDBY", "other"));

        assertThat(drill.environment()).isEqualTo("staging");
    }

    @Test
    void aMisspeltGivenVariableIsReportedWithTheOneThatWasMeant() {
        assertThat(Samples.problems(() -> Samples.drill(Samples.GOOD_DRILL, Map.of("JDBC", URL, "RATES", "1/s"))))
                .containsExactly(" the variable 'RATES' was given, but the file does not use it; did you mean 'RATE'?");
    }

    @Test
    void manyLargeValuesAreRefusedBeforeTheyFillTheMemory() {
        String uses = "${V}".repeat(2_000);

        assertThat(Samples.problems(() -> hypothesis(uses, "x".repeat(100_000))))
                .containsExactly("11:15: the values of the variables make the file larger than 1 MiB");
    }
}
