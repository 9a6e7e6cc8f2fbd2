/**
 * A Kubernetes of three zones on this machine, with real kubelets and pods: made by the scripts in {@code testbed/kubernetes}.
 * Nothing here talks to the cluster.
 */
package dev.musterpoint.sandbox.kubernetes;
