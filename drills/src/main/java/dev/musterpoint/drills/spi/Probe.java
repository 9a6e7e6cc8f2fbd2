package dev.musterpoint.drills.spi;

import java.time.Duration;

/** Asks the system one question, as a user would. Called from several threads at once. */
public interface Probe extends AutoCloseable {
    /**
     * Makes one attempt on the calling thread.
     *
     * @param tick         the attempt's tick
     * @param slot         which of its tick's attempts it is
     * @param timeout      after which nobody waits for the answer; clients should give up by then
     * @param cancellation cancelled when the timeout has passed: release the thread
     * @throws Exception any failure, recorded as an error answer with the exception's message
     */
    Answer attempt(long tick, int slot, Duration timeout, Cancellation cancellation) throws Exception;

    @Override
    void close();

    /** An answer that came. {@code server} is the answering server's identity; empty where the protocol has none. */
    record Answer(boolean correct, String detail, String server) {
        public static Answer correct(String server) {
            return new Answer(true, "", server);
        }

        public static Answer wrong(String detail, String server) {
            return new Answer(false, detail, server);
        }
    }
}
