/** A small web service behind a balancer, to drill against: processes of their own. Nothing here is shipped. */
package dev.musterpoint.bench.service;
