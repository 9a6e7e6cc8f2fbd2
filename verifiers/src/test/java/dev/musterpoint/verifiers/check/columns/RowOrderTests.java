package dev.musterpoint.verifiers.check.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowOrderTests {
    @Test
    void sortsAnyNumberOfRowsAndKeepsEqualOnesInPlace() {
        Random random = new Random(7);
        for (int rows = 0; rows < 200; rows++) {
            int[] keys = random.ints(rows, 0, 20).toArray();
            int[] expected = IntStream.range(0, rows)
                    .boxed()
                    .sorted((left, right) -> Integer.compare(keys[left], keys[right]))
                    .mapToInt(row -> row)
                    .toArray();
            assertThat(RowOrder.of(rows, (left, right) -> Integer.compare(keys[left], keys[right])))
                    .isEqualTo(expected);
        }
    }
}
