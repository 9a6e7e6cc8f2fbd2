package dev.musterpoint.verifiers.check.writes;

/** Packs a CRC-32C in hexadecimal into four bytes. */
final class Checksums {
    private Checksums() {}

    /** Text that is no such number gets its hash, so that it still equals itself. */
    static int pack(String checksum) {
        try {
            return Integer.parseUnsignedInt(checksum, 16);
        } catch (NumberFormatException e) {
            return checksum.hashCode();
        }
    }
}
