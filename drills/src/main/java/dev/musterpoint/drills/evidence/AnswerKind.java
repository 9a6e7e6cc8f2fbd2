package dev.musterpoint.drills.evidence;

/** What became of one attempt of a probe, before any judgement of its latency. */
public enum AnswerKind {
    /** The right answer, however late. */
    CORRECT,
    /** A wrong answer or a refusal. */
    ERROR,
    /** No answer within the timeout. */
    TIMEOUT,
    /** There was no room to start it. */
    NOT_STARTED
}
