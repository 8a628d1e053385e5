package io.clientele.stack;

import io.clientele.stack.server.LocalPostgres;
import java.nio.file.Path;
import java.util.Optional;

/** The PostgreSQL server of a stack. */
record PostgresPart(LocalPostgres server, Path log) implements Part {

    static final String NAME = "postgresql";

    static PostgresPart of(StackHome home, Addresses addresses) {
        var directory = home.data(NAME);
        return new PostgresPart(
                new LocalPostgres(directory, addresses.postgres(), LocalPostgres.Durability.SAFE),
                directory.resolve("postgresql.log"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String address() {
        return "127.0.0.1:" + server.port();
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public boolean isReady() {
        return process().isPresent();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return server.process();
    }

    @Override
    public void stop() {
        server.close();
    }

    @Override
    public void kill() {
        server.kill();
    }
}
