package dev.musterpoint.connections.toxiproxy;

/** A change of a proxy: whether it lets anybody through. What is not named stays as it is. */
record ProxyChange(boolean enabled) {}
