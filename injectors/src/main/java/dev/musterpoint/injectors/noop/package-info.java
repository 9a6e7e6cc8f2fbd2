/** A fault that does nothing. Nothing here may ever come to have an effect. */
package dev.musterpoint.injectors.noop;
