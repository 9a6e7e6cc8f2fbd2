package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musterpoint.drills.spec.ConditionSpec;
import dev.musterpoint.drills.spec.Params;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code when:} of faults. */
class ConditionReaderTests {
    private static String when(String condition) {
        return Samples.changed("      holdFor:", "      when: " + condition + "\n      holdFor:");
    }

    private static List<String> problems(String condition) {
        return Samples.problems(() -> Samples.drill(when(condition)));
    }

    @Test
    void readsACondition() {
        String text = when("{ type: postgres/role, system: db, member: primary, is: primary }");
        assertThat(Samples.drill(text).faults().get(0).when())
                .contains(new ConditionSpec(
                        "postgres/role", Optional.of("db"), new Params(Map.of("member", "primary", "is", "primary"))));
        assertThat(Samples.drill(Samples.GOOD_DRILL).faults().get(0).when()).isEmpty();
    }

    @Test
    void namesTheTypeThatWasProbablyMeant() {
        assertThat(problems("{ type: postgres/rol, system: db, is: primary }"))
                .singleElement()
                .asString()
                .contains("there is no condition type 'postgres/rol'; did you mean 'postgres/role'?");
    }

    @Test
    void refusesWhatTheTypeDoesNotTake() {
        assertThat(problems("{ type: postgres/role, system: db, is: leader }"))
                .singleElement()
                .asString()
                .contains("'is'", "primary", "standby");
        assertThat(problems("{ type: postgres/role, system: dc, is: primary }"))
                .singleElement()
                .asString()
                .contains("'dc'");
        assertThat(problems("{ type: postgres/role, system: db }"))
                .singleElement()
                .asString()
                .contains("needs 'is'");
        assertThat(problems("{ type: probe/state, probe: write, is: good, memberr: x }"))
                .singleElement()
                .asString()
                .contains("unknown key 'memberr'");
        assertThat(problems("writer of cluster shop is in zone use1-az4"))
                .singleElement()
                .asString()
                .contains("'when' must be a mapping");
    }
}
