package dev.musterpoint.verifiers.check.columns;

import java.util.Arrays;

/** A growing array of ints. */
public final class IntColumn {
    private int[] values = new int[64];
    private int size;

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    public int get(int index) {
        return values[index];
    }

    public int size() {
        return size;
    }
}
