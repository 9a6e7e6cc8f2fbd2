package dev.musterpoint.drills.verdict;

/** How much a finding matters, most first. */
public enum Severity {
    CRITICAL,
    WARNING,
    INFO
}
