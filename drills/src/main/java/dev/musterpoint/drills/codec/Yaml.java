package dev.musterpoint.drills.codec;

import dev.musterpoint.drills.spec.ReferringText;
import java.util.List;
import java.util.Optional;

/** A parsed file: plain mappings, lists and texts, each with its place. Tags, anchors and aliases do not exist here. */
sealed interface Yaml {
    Place place();

    /** What it is, in the words of messages. */
    String noun();

    /** @param plain written without quotes, so that {@code null}, {@code ~} and nothing at all mean "no value" */
    record Scalar(Place place, String text, boolean plain) implements Yaml {
        boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String noun() {
            return "a single value";
        }
    }

    /** A text that holds outputs of steps. Only where these may stand is it looked for. */
    record Referring(Place place, ReferringText text) implements Yaml {
        @Override
        public String noun() {
            return "an output of a step, which can stand in what steps and probes are given, as a text or a whole number";
        }
    }

    record Sequence(Place place, List<Yaml> items) implements Yaml {
        @Override
        public String noun() {
            return "a list";
        }
    }

    record Mapping(Place place, List<Entry> entries) implements Yaml {
        /** The value under {@code key}; the first one when the key was given twice. */
        Optional<Yaml> find(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        @Override
        public String noun() {
            return "a mapping";
        }
    }

    /** Stands where a value could not be had, which has been reported: nobody needs to hear of it again. */
    record Unread(Place place) implements Yaml {
        @Override
        public String noun() {
            return "nothing";
        }
    }

    record Entry(Scalar key, Yaml value) {}
}
