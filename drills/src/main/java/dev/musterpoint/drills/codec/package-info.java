/**
 * How drills, runbooks, plans and evidence look in files: reading and writing, and telling authors what is wrong and
 * where. The YAML and JSON libraries are used here and nowhere else; nothing here contacts the world or runs anything.
 */
package dev.musterpoint.drills.codec;
