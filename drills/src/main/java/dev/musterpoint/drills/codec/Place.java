package dev.musterpoint.drills.codec;

/** A place in a file, counted from 1 as editors do; {@link #FILE} is the file as a whole. */
record Place(int line, int column) {
    static final Place FILE = new Place(0, 0);
}
