package dev.musterpoint.connections.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableNameTests {
    @Test
    void quotesEachPart() {
        assertThat(new TableName("app.Ledger").quoted()).isEqualTo("\"app\".\"Ledger\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a;drop table x", "a.b.c", "1a", "a.", "ä"})
    void refusesWhatCouldBeReadAsMoreThanAName(String name) {
        assertThatThrownBy(() -> new TableName(name)).hasMessageContaining("is no name for a table");
    }
}
