package dev.musterpoint.shell.hostile;

/** A class that hostile files name. Nothing else does, so it is loaded only if a file can have a class loaded. */
final class Bait {
    private Bait() {}
}
