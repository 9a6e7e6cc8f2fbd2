package dev.musterpoint.verifiers.check.columns;

import java.util.Arrays;

/** A growing array of bytes. */
public final class ByteColumn {
    private byte[] values = new byte[64];
    private int size;

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = (byte) value;
    }

    public byte get(int index) {
        return values[index];
    }

    public int size() {
        return size;
    }
}
