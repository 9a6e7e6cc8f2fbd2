package dev.musterpoint.drills.codec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Builds the tree of one file from the parser's events. It works on events, not on the library's composed nodes,
 * because only so is the depth known before it is descended into, and no tag or alias is ever acted on.
 */
final class YamlParser {
    private static final int DEEPEST = 20;

    private final SourceFile file;
    private final Problems problems;
    private final Deque<Level> levels = new ArrayDeque<>();
    private Yaml root;
    private Place last = Place.FILE;

    private YamlParser(SourceFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Parses {@code file}. Duplicate keys are added to {@code problems} and reading can go on; whatever else makes the
     * file unreadable fails at once.
     */
    static Yaml parse(SourceFile file, Problems problems) {
        return new YamlParser(file, problems).parse();
    }

    private Yaml parse() {
        try {
            for (Event event : new Parse(settings()).parseString(file.text())) {
                accept(event);
            }
        } catch (MarkedYamlEngineException broken) {
            throw problems.fail(placeOf(broken.getProblemMark()), "this is not YAML: " + problemOf(broken));
        } catch (ReaderException character) {
            String before = file.text().substring(0, file.text().offsetByCodePoints(0, character.getPosition()));
            throw problems.fail(SourceFile.endOf(before), "the file holds a character that YAML does not allow");
        } catch (YamlEngineException broken) {
            throw problems.fail(Place.FILE, "this is not YAML: " + broken.getMessage());
        } catch (IllegalArgumentException escaped) {
            // The library parses the numbers of escapes and directives unchecked, as in "\\UFFFFFFFF".
            throw problems.fail(last, "this is not YAML: after this comes a number that is out of range");
        }
        if (root == null) {
            throw problems.fail(Place.FILE, "the file is empty");
        }
        return root;
    }

    /** The buffer takes the whole file: the library fails on a character of two halves that fills a smaller one. */
    private LoadSettings settings() {
        return LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(SourceFile.MOST_BYTES)
                .setBufferSize(file.text().length() + 2)
                .build();
    }

    private void accept(Event event) {
        Place place = placeOf(event.getStartMark());
        last = place;
        switch (event.getEventId()) {
            case DocumentStart -> requireFirst(place);
            case MappingStart -> open(new MappingLevel(place), (CollectionStartEvent) event);
            case SequenceStart -> open(new SequenceLevel(place), (CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> add(levels.pop().node());
            case Scalar -> scalar(place, (ScalarEvent) event);
            case Alias ->
                throw problems.fail(
                        place,
                        "aliases such as '*" + ((AliasEvent) event).getAlias()
                                + "' are not allowed; write the value out");
            default -> {}
        }
    }

    private void requireFirst(Place place) {
        if (root != null) {
            throw problems.fail(place, "a second document starts here; a file holds one");
        }
    }

    private void open(Level level, CollectionStartEvent event) {
        refuseMarks(level.place, event, event.getTag());
        if (levels.size() == DEEPEST) {
            throw problems.fail(level.place, "this is nested more than " + DEEPEST + " deep");
        }
        levels.push(level);
    }

    private void scalar(Place place, ScalarEvent event) {
        refuseMarks(place, event, event.getTag());
        add(new Yaml.Scalar(place, event.getValue(), event.isPlain()));
    }

    private void refuseMarks(Place place, NodeEvent event, Optional<String> tag) {
        event.getAnchor().ifPresent(anchor -> {
            throw problems.fail(place, "anchors such as '&" + anchor + "' are not allowed; write the value out");
        });
        tag.ifPresent(name -> {
            throw problems.fail(
                    place, "tags such as " + Quoted.of(written(name)) + " are not allowed; write the plain value");
        });
    }

    /** A tag as authors write it. */
    private static String written(String tag) {
        return tag.startsWith(Tag.PREFIX) ? "!!" + tag.substring(Tag.PREFIX.length()) : tag;
    }

    private void add(Yaml node) {
        if (levels.isEmpty()) {
            root = node;
        } else {
            levels.peek().add(node);
        }
    }

    private String problemOf(MarkedYamlEngineException broken) {
        int line = placeOf(broken.getProblemMark()).line();
        boolean braces = file.text()
                .lines()
                .skip(Math.max(0, line - 1))
                .findFirst()
                .orElse("")
                .contains("${");
        return broken.getProblem() + (braces ? "; write values that hold ${...} in quotes" : "");
    }

    private static Place placeOf(Optional<Mark> mark) {
        return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(Place.FILE);
    }

    /** A mapping or list whose end has not been seen. */
    private abstract static class Level {
        final Place place;

        Level(Place place) {
            this.place = place;
        }

        abstract void add(Yaml node);

        abstract Yaml node();
    }

    private static final class SequenceLevel extends Level {
        private final List<Yaml> items = new ArrayList<>();

        SequenceLevel(Place place) {
            super(place);
        }

        @Override
        void add(Yaml node) {
            items.add(node);
        }

        @Override
        Yaml node() {
            return new Yaml.Sequence(place, List.copyOf(items));
        }
    }

    private final class MappingLevel extends Level {
        private final List<Yaml.Entry> entries = new ArrayList<>();
        private final Map<String, Place> keys = new HashMap<>();
        private Yaml key;

        MappingLevel(Place place) {
            super(place);
        }

        @Override
        void add(Yaml node) {
            if (key == null) {
                key = node;
                return;
            }
            if (key instanceof Yaml.Scalar name) {
                pair(name, node);
            } else {
                problems.add(key.place(), "a key must be plain text, not " + key.noun());
            }
            key = null;
        }

        private void pair(Yaml.Scalar name, Yaml value) {
            Place first = keys.putIfAbsent(name.text(), name.place());
            if (first == null) {
                entries.add(new Yaml.Entry(name, value));
            } else {
                problems.add(
                        name.place(), Quoted.of(name.text()) + " is given twice; the first is in line " + first.line());
            }
        }

        @Override
        Yaml node() {
            return new Yaml.Mapping(place, List.copyOf(entries));
        }
    }
}
