package dev.musterpoint.drills.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musterpoint.drills.spec.ReferringText.Piece;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferringTextTests {
    private static final OutputReference HOST = OutputReference.parse("steps.restore it.host");

    private static ReferringText text(String before, String after) {
        return new ReferringText(List.of(Piece.of(before), Piece.of(HOST), Piece.of(after)));
    }

    private static String address(String before, String after, String value) {
        return ReferringAddress.filled(text(before, after), reference -> value);
    }

    @Test
    void readsItselfBackFromParameters() {
        ReferringText text = text("a ${steps.x.y} ", " b");
        Params params = new Params(Map.of("list", List.of(text.stored()), "plain", "${steps.x.y}"));
        assertThat(ReferringText.of(text.stored())).contains(text);
        assertThat(ReferringText.in(params)).containsExactly(HOST);
        assertThat(text).hasToString("a ${steps.x.y} ${steps.restore it.host} b");
    }

    @Test
    void leavesPlainTextAloneThatLooksLikeAReference() {
        Params params = new Params(Map.of("plain", "${steps.x.y}"));
        assertThat(ReferringText.fill(params, text -> "never")).isEqualTo(params);
    }

    @Test
    void refusesReferencesWithoutAStepOrAnOutput() {
        for (String wrong : List.of("steps.", "steps.x", "steps.x.", "steps..x")) {
            assertThatThrownBy(() -> OutputReference.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void encodesWhatStandsBehindTheHost() {
        assertThat(address("http://db/x?name=", "&y=1", "a/b?c=d&e #é"))
                .isEqualTo("http://db/x?name=a%2Fb%3Fc%3Dd%26e%20%23%C3%A9&y=1");
    }

    @Test
    void putsOnlyAHostWhereAHostBelongs() {
        assertThat(address("http://", ":80/x", "10.0.0.7")).isEqualTo("http://10.0.0.7:80/x");
        assertThat(address("http://", "/x", "::1")).isEqualTo("http://[::1]/x");
        for (String hostile : List.of("a@b", "a/b", "a:b@c", "a#", "", "a b", "a\n")) {
            assertThatThrownBy(() -> address("http://", "/x", hostile))
                    .hasMessage("the value of ${steps.restore it.host} is neither a host nor a port");
        }
    }

    @Test
    void knowsWhetherTheHostIsOpen() {
        assertThat(ReferringAddress.isHostOpen(text("http://db:", "/x"))).isTrue();
        assertThat(ReferringAddress.isHostOpen(text("http://db/", "/x"))).isFalse();
        assertThat(ReferringAddress.problem(new ReferringText(List.of(Piece.of(HOST)))))
                .isPresent();
    }
}
