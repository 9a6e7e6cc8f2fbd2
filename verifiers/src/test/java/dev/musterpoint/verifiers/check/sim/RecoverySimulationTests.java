package dev.musterpoint.verifiers.check.sim;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every family of outages: the truth lies in the interval, and no verdict is false. */
@Execution(ExecutionMode.CONCURRENT)
class RecoverySimulationTests {
    @TestFactory
    Stream<DynamicTest> judgesTruly() {
        return LaneFamilies.all().stream()
                .map(family -> DynamicTest.dynamicTest(family.name(), () -> {
                    LaneCheckOfTruth truth = new LaneCheckOfTruth(family);
                    Cases.run(family.name(), index -> truth.check(family.make(index)));
                    truth.finish();
                }));
    }
}
