/**
 * The admin API of a Toxiproxy: what proxies and toxics there are, and the few requests that change them, each bounded in
 * time. Which of them is made, and when, is for others to say.
 */
package dev.musterpoint.connections.toxiproxy;
