/** Tests of cutting zones off, on a real cluster of three zones. */
package dev.musterpoint.injectors.kubernetes.cut;
