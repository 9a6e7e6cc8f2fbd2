package dev.musterpoint.drills.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class JsonTextTests {
    @Test
    void findsWhatStandsAtAPointer() {
        String json = "{\"a\":{\"b\":[1,\"x\"],\"c\":true,\"d\":null},\"e/f\":2.50}";

        assertThat(JsonText.at(json, "/a/b/1")).contains("x");
        assertThat(JsonText.at(json, "/a/b/0")).contains("1");
        assertThat(JsonText.at(json, "/a/c")).contains("true");
        assertThat(JsonText.at(json, "/a/d")).contains("null");
        assertThat(JsonText.at(json, "/a/b")).contains("[1,\"x\"]");
        assertThat(JsonText.at(json, "/a/z")).isEmpty();
        assertThat(JsonText.at(json, "/a/b/7")).isEmpty();
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.at("<html>", "/a"));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.at("", "/a"));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.at("[".repeat(100_000), "/a"));
    }

    @Test
    void refusesWhatIsNoPointer() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.checkPointer("a/b"));
        JsonText.checkPointer("");
        JsonText.checkPointer("/a~1b");
    }
}
