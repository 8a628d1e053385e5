package io.clientele.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** The program behind {@code ./run}. */
public final class Main {

    private static final PrintStream OUT = System.out;

    private final Path root = Path.of(Objects.requireNonNullElse(System.getProperty("clientele.root"), "."))
            .toAbsolutePath()
            .normalize();
    private final CommandLine asked;
    private final StackHome home;

    private Main(CommandLine asked) {
        this.asked = asked;
        this.home = asked.home(root);
    }

    public static void main(String... arguments) throws IOException {
        try {
            new Main(CommandLine.parse(arguments)).run();
        } catch (UsageException e) {
            OUT.flush();
            System.err.println("./run: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException {
        switch (asked.command()) {
            case "up" -> new Up(root, asked, OUT).run();
            case "stop" -> stop();
            case "status" -> status();
            case "token" -> token();
            case "clock" -> clock();
            case "kill" -> stack().kill(part());
            case "start" -> stack().start(part());
            default -> help();
        }
    }

    private void stop() {
        var launcher = home.launcher().process();
        if (launcher.isPresent()) {
            launcher.get().destroy();
            launcher.get().onExit().join();
        } else {
            // nobody is there to do it: the launcher was killed
            stack().stop();
        }
        OUT.println("Stopped; the data stays in " + home.directory());
    }

    private void status() {
        var parts = parts();
        for (var part : parts.all()) {
            var process = part.process();
            var state = process.isEmpty() ? "down" : part.isReady() ? "ready" : "not ready";
            var id = process.map(running -> "process " + running.pid()).orElse("");
            OUT.printf("%-26s %-10s %-22s %s%n", part.name(), state, part.address(), id);
        }
        OUT.println(
                "business time " + businessTime() + ", data: " + home.loaded().orElse("none"));
    }

    private void token() {
        home.addresses();
        var user = DemoUser.holding(asked.word("a role"));
        var request = user.token(home.tokens());
        request = asked.option("user").map(request::withUser).orElse(request);
        if (asked.has("team")) {
            request = request.withTeams(asked.option("team").orElse("").split(","));
        }
        request = asked.option("client").map(request::withClient).orElse(request);
        OUT.println(request.signed());
    }

    private void clock() {
        home.addresses();
        var command = new ClockCommand(home.clock());
        if (asked.has("set")) {
            command.set(asked.option("set").orElse(""));
        } else if (!asked.words().isEmpty()) {
            command.forward(asked.word("a step forward"));
        }
        OUT.println(businessTime());
    }

    private String businessTime() {
        return home.clock().now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void help() throws IOException {
        try (InputStream help = Objects.requireNonNull(Main.class.getResourceAsStream("help.txt"))) {
            help.transferTo(OUT);
        }
    }

    private Part part() {
        return parts().named(asked.word("the name of a part"));
    }

    private Parts parts() {
        return new Parts(root, home, home.addresses());
    }

    private LocalStack stack() {
        return new LocalStack(home, parts(), OUT);
    }
}
