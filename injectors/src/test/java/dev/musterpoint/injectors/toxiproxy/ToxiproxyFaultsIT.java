package dev.musterpoint.injectors.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.evidence.CleanUp;
import dev.musterpoint.drills.evidence.UndoRecord;
import dev.musterpoint.drills.plan.PlannedFault;
import dev.musterpoint.drills.plan.Target;
import dev.musterpoint.drills.spi.FaultInjector;
import dev.musterpoint.drills.spi.InjectionException;
import dev.musterpoint.sandbox.toxiproxy.ToxiproxyServer;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class ToxiproxyFaultsIT {
    private static final int NOBODY = 9;
    private static final String DOWN = "toxiproxy/down";
    private static final String THEIRS =
            "{\"name\": \"theirs\", \"type\": \"latency\", \"attributes\": {\"latency\": 5}}";

    @RegisterExtension
    final ToxiproxyServer server = new ToxiproxyServer();

    private ProxyFaults faults;

    @BeforeEach
    void makeProxies() throws Exception {
        faults = new ProxyFaults(server.url());
        server.proxy("db", NOBODY);
        server.proxy("other", NOBODY);
        server.send("POST", "/proxies/other/toxics", THEIRS);
    }

    static Stream<Arguments> toxics() {
        return Stream.of(
                Arguments.of("toxiproxy/latency", Map.of("latency", "100ms", "jitter", "10ms"), "\"latency\":100"),
                Arguments.of("toxiproxy/bandwidth", Map.of("rate", 64), "\"rate\":64"),
                Arguments.of("toxiproxy/slow-close", Map.of("delay", "2s"), "\"delay\":2000"),
                Arguments.of("toxiproxy/timeout", Map.of("timeout", "1s"), "\"timeout\":1000"),
                Arguments.of("toxiproxy/reset-peer", Map.of(), "\"timeout\":0"),
                Arguments.of("toxiproxy/slicer", Map.of("averageSize", 8, "delay", "2ms"), "\"delay\":2000"),
                Arguments.of("toxiproxy/limit-data", Map.of("bytes", 100), "\"bytes\":100"));
    }

    @ParameterizedTest
    @MethodSource("toxics")
    void makesOneToxicAndRemovesItFromTheRecordAlone(String type, Map<String, Object> params, String attribute)
            throws Exception {
        String before = server.send("GET", "/proxies", "");
        PlannedFault fault = faults.planned(type, params);
        UndoRecord undo = faults.prepare(fault);
        assertThat(server.send("GET", "/proxies", ""))
                .as("preparing changes nothing")
                .isEqualTo(before);

        faults.inject(fault);
        assertThat(server.state("db")).contains("\"name\":\"muster-run-1-1-", attribute, "\"toxicity\":1");
        FaultInjector recovering = faults.recovering(type);
        assertThat(recovering.inspect(undo).state()).isEqualTo(CleanUp.DIRTY);

        recovering.recover(undo);
        recovering.recover(undo);
        assertThat(recovering.inspect(undo).state()).isEqualTo(CleanUp.CLEAN);
        assertThat(server.send("GET", "/proxies", "")).isEqualTo(before);
    }

    @Test
    void writesStreamAndToxicityAsTheDrillHasThem() throws Exception {
        faults.inject(
                faults.planned("toxiproxy/latency", Map.of("latency", "7ms", "stream", "upstream", "toxicity", "25%")));
        assertThat(server.state("db")).contains("\"stream\":\"upstream\"", "\"toxicity\":0.25");
    }

    @Test
    void theCommandForTheDayWhenAllElseFailedWorks() throws Exception {
        PlannedFault fault = faults.planned("toxiproxy/latency", Map.of("latency", "100ms"));
        UndoRecord undo = faults.prepare(fault);
        faults.inject(fault);
        assertThat(undo.byHand()).startsWith("curl -X DELETE " + server.url());
        server.send("DELETE", undo.byHand().substring(("curl -X DELETE " + server.url()).length()), "");
        assertThat(faults.recovering("toxiproxy/latency").inspect(undo).state()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void removesNothingButItsOwn() throws Exception {
        PlannedFault fault = faults.planned("toxiproxy/latency", Map.of("latency", "100ms"));
        UndoRecord undo = faults.prepare(fault);
        faults.inject(fault);
        server.send("POST", "/proxies/db/toxics", THEIRS);
        faults.recovering("toxiproxy/latency").recover(undo);
        assertThat(server.state("db")).contains("\"theirs\"").doesNotContain("muster-");
        assertThat(server.state("other")).contains("\"theirs\"");
    }

    @Test
    void disablesAProxyAndEnablesItAgain() throws Exception {
        String before = server.state("db");
        PlannedFault fault = faults.planned(DOWN, Map.of());
        UndoRecord undo = faults.prepare(fault);
        faults.inject(fault);
        assertThat(server.state("db")).contains("\"enabled\":false");
        FaultInjector recovering = faults.recovering(DOWN);
        assertThat(recovering.inspect(undo).state()).isEqualTo(CleanUp.DIRTY);
        recovering.recover(undo);
        recovering.recover(undo);
        assertThat(recovering.inspect(undo).state()).isEqualTo(CleanUp.CLEAN);
        assertThat(server.state("db")).isEqualTo(before);
        assertThat(undo.byHand()).isEqualTo("curl -X POST -d '{\"enabled\": true}' " + server.url() + "/proxies/db");
    }

    @Test
    void aProxyThatIsGoneIsClean() throws Exception {
        PlannedFault toxic = faults.planned("toxiproxy/latency", Map.of("latency", "100ms"));
        UndoRecord one = faults.prepare(toxic);
        UndoRecord other = faults.prepare(faults.planned(DOWN, Map.of()));
        server.send("DELETE", "/proxies/db", "");
        faults.recovering("toxiproxy/latency").recover(one);
        faults.recovering(DOWN).recover(other);
        assertThat(faults.recovering("toxiproxy/latency").inspect(one).state()).isEqualTo(CleanUp.CLEAN);
        assertThat(faults.recovering(DOWN).inspect(other).state()).isEqualTo(CleanUp.CLEAN);
    }

    @Test
    void aServerThatIsGoneIsNeitherCleanNorForgotten() throws Exception {
        UndoRecord undo = faults.prepare(faults.planned("toxiproxy/latency", Map.of("latency", "100ms")));
        server.close();
        FaultInjector recovering = faults.recovering("toxiproxy/latency");
        assertThatThrownBy(() -> recovering.recover(undo))
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("by hand: curl -X DELETE");
        assertThat(recovering.inspect(undo).state()).isEqualTo(CleanUp.UNKNOWN);
    }

    @Test
    void itsTargetIsTheProxyByANameThatMeansTheSameEverywhere() throws Exception {
        Target target = faults.planned(DOWN, Map.of()).targets().get(0);
        assertThat(target.id()).isEqualTo("px/db");
        assertThat(target.address()).isEqualTo("toxiproxy://" + server.url().substring(7) + "/proxies/db");
        assertThat(target.groupSize()).isEqualTo(2);
        assertThat(target.inSandbox()).isFalse();
    }

    @Test
    void refusesAProxyThatIsNotReadyWhenPlanningAndAgainRightBefore() throws Exception {
        PlannedFault fault = faults.planned(DOWN, Map.of());
        server.send("POST", "/proxies/db/toxics", THEIRS);
        refused("already has the toxics theirs", "remove them", fault);
        assertThat(server.state("db")).contains("\"theirs\"");
        server.send("DELETE", "/proxies/db/toxics/theirs", "");
        server.send("POST", "/proxies/db", "{\"enabled\": false}");
        refused("is disabled", "enable it", fault);
        server.send("DELETE", "/proxies/db", "");
        refused("has no proxy 'db'", "it has: other", fault);
    }

    private void refused(String why, String remedy, PlannedFault planned) {
        assertThatThrownBy(() -> faults.planned(DOWN, Map.of()))
                .isInstanceOf(InjectionException.class)
                .hasMessageContainingAll(why, remedy);
        assertThatThrownBy(() -> faults.prepare(planned))
                .isInstanceOf(InjectionException.class)
                .hasMessageContainingAll(why, remedy);
    }

    @Test
    void aRequestThatTheServerRefusesFails() throws IOException, InterruptedException, InjectionException {
        PlannedFault fault = faults.planned("toxiproxy/latency", Map.of("latency", "100ms"));
        faults.inject(fault);
        assertThatThrownBy(() -> faults.inject(fault))
                .isInstanceOf(InjectionException.class)
                .hasMessageContaining("status 409");
    }
}
