/**
 * How drills, plans and evidence look as text: strict YAML in, JSON in and out. The only place that knows Jackson or
 * SnakeYAML; what the text means is for the other packages.
 */
package dev.musterpoint.drills.codec;
