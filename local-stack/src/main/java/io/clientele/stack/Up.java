package io.clientele.stack;

import io.clientele.stack.demo.BerkaBank;
import io.clientele.stack.demo.DataSet;
import io.clientele.stack.demo.DemoStory;
import io.clientele.stack.demo.GeneratedBank;
import io.clientele.stack.demo.Loading;
import io.clientele.stack.demo.PaymentsYear;
import io.clientele.stack.demo.ServiceApi;
import io.clientele.stack.demo.Staff;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ./run} itself: starts the stack, loads the demonstration where none is loaded yet, and stays with it. */
final class Up {

    private static final String NO_DATA = "none";

    private final Path root;
    private final CommandLine asked;
    private final StackHome home;
    private final PrintStream out;

    Up(Path root, CommandLine asked, PrintStream out) {
        this.root = root;
        this.asked = asked;
        this.home = asked.home(root);
        this.out = out;
    }

    /** Returns when the stack was stopped, or, when it was to be detached, as soon as it is up. */
    void run() throws IOException {
        refuseWhileRunning();
        var addresses = asked.addresses();
        var data = data();
        stopLeftOver();
        if (asked.has("fresh")) {
            home.empty();
        }
        data.ifPresent(this::refuseOverOther);
        addresses.checkFree();
        home.prepare(addresses);
        if (asked.has("detach")) {
            new Detached(home, out).up(attachedArguments());
        } else {
            stay(addresses, data);
        }
    }

    private void stay(Addresses addresses, Optional<DataSet> data) throws IOException {
        var stack = new LocalStack(home, new Parts(root, home, addresses), out);
        home.launcher().write(ProcessHandle.current());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            out.println("Stopping ...");
            stack.stop();
            home.launcher().delete();
            out.println("Stopped; the data stays in " + home.directory());
        }));
        out.println("Starting Clientele in " + home.directory());
        var toLoad = data.filter(_ -> home.loaded().isEmpty());
        toLoad.flatMap(DataSet::opening).ifPresent(home.clock()::set);
        stack.start();
        toLoad.ifPresent(set -> load(set, addresses));
        new Welcome(home, addresses, out).print();
        Files.writeString(home.up(), "");
        stack.watch();
    }

    private void load(DataSet data, Addresses addresses) {
        out.println("Loading the data '" + data.name() + "'");
        var loading = new Loading(as(DemoUser.SYSTEM, Service.CLIENT_ANALYTICS, addresses), out);
        Staff staff = (service, role) -> as(DemoUser.holding(role), Service.named(service), addresses);
        switch (data) {
            case GeneratedBank bank -> {
                loading.load(bank);
                new DemoStory(staff, LocalDate.ofInstant(home.clock().now(), ZoneOffset.UTC), out).tell(bank);
            }
            case BerkaBank bank -> new PaymentsYear(staff, loading, home.clock(), out).tell(bank);
        }
        home.rememberLoaded(data.name());
    }

    private ServiceApi as(DemoUser user, Service service, Addresses addresses) {
        return new ServiceApi(
                URI.create(addresses.url(service)), user.token(home.tokens()).signed());
    }

    private Optional<DataSet> data() {
        var folder = asked.option("data");
        if (folder.isEmpty()) {
            var today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
            return Optional.of(new GeneratedBank(today));
        }
        return folder.filter(name -> !name.equals(NO_DATA)).map(Path::of).map(BerkaBank::in);
    }

    private void refuseWhileRunning() {
        home.launcher().process().ifPresent(running -> {
            throw new UsageException("a stack runs already in " + home.directory() + " (process " + running.pid()
                    + "): see ./run status; ./run stop ends it");
        });
    }

    /** What a launcher that was killed left running. */
    private void stopLeftOver() {
        if (home.wasPrepared()) {
            var left = new LocalStack(home, new Parts(root, home, home.addresses()), out);
            if (left.isAnyPartRunning()) {
                out.println("Stopping what an earlier run left");
                left.stop();
            }
        }
    }

    private void refuseOverOther(DataSet wanted) {
        home.loaded().filter(loaded -> !loaded.equals(wanted.name())).ifPresent(other -> {
            if (asked.has("data")) {
                throw new UsageException(home.directory() + " holds the data '" + other
                        + "': add --fresh to empty it, or --dir for another folder");
            }
        });
    }

    private List<String> attachedArguments() {
        var arguments =
                new ArrayList<String>(List.of("up", "--dir", home.directory().toString()));
        for (var option : Map.copyOf(asked.options()).entrySet()) {
            if (!List.of("detach", "fresh", "dir").contains(option.getKey())) {
                arguments.addAll(List.of("--" + option.getKey(), option.getValue()));
            }
        }
        return arguments;
    }
}
