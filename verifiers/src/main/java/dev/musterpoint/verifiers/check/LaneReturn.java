package dev.musterpoint.verifiers.check;

import dev.musterpoint.drills.evidence.Moment;

/**
 * How a lane came back.
 *
 * @param pooled    whether its probe keeps connections as applications do
 * @param answering when the right answers began that led to it being back, however slow
 * @param back      by when it was back
 */
record LaneReturn(String probe, boolean pooled, Moment answering, Moment back) {}
