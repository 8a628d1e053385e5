package io.clientele.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the user asked for: a command, its words, and its options.
 *
 * @param command {@code up} unless another was named
 */
record CommandLine(String command, List<String> words, Map<String, String> options) {

    /** The folder in the project where a stack keeps everything unless told. */
    static final String USUAL_HOME = ".clientele";

    private static final Set<String> FLAGS = Set.of("fresh", "detach", "help");
    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "up", Set.of("fresh", "detach", "data", "ports"),
            "token", Set.of("user", "team", "client"),
            "clock", Set.of("set"),
            "stop", Set.of(),
            "status", Set.of(),
            "kill", Set.of(),
            "start", Set.of(),
            "help", Set.of());

    /**
     * Understands the arguments.
     *
     * @throws UsageException naming what is not understood
     */
    static CommandLine parse(String... arguments) {
        var words = new ArrayList<String>();
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            var option = argument.substring(2);
            if (FLAGS.contains(option)) {
                options.put(option, "");
            } else if (i + 1 < arguments.length) {
                options.put(option, arguments[++i]);
            } else {
                throw new UsageException(argument + " needs a value");
            }
        }
        var command = options.containsKey("help") ? "help" : words.isEmpty() ? "up" : words.removeFirst();
        var known = OPTIONS.get(command);
        if (known == null) {
            throw new UsageException("unknown command '" + command + "': see ./run help");
        }
        for (var option : options.keySet()) {
            if (!known.contains(option) && !Set.of("dir", "help").contains(option)) {
                throw new UsageException("./run " + command + " takes no option --" + option + ": see ./run help");
            }
        }
        return new CommandLine(command, List.copyOf(words), Map.copyOf(options));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> option(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /** The only word after the command. */
    String word(String meaning) {
        if (words.size() != 1) {
            throw new UsageException("./run " + command + " takes " + meaning + ": see ./run help");
        }
        return words.getFirst();
    }

    /** The folder of the stack: {@code --dir}, else {@code .clientele} in the project. */
    StackHome home(Path root) {
        return new StackHome(option("dir").map(Path::of).orElse(root.resolve(USUAL_HOME)));
    }

    /** The ports asked for: {@code --ports}, else the environment's {@code CLIENTELE_PORTS}, else the usual ones. */
    Addresses addresses() {
        var asked = option("ports").or(() -> Optional.ofNullable(System.getenv("CLIENTELE_PORTS")));
        try {
            return asked.map(first -> new Addresses(Integer.parseInt(first))).orElse(Addresses.USUAL);
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "--ports takes the first of five port numbers in a row, not '" + asked.orElse("") + "'");
        }
    }
}
