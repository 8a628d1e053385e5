package io.clientele.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A PostgreSQL server in a directory of its own, listening on the loopback address. It is a daemon: it outlives the
 * process that started it until it is stopped, and any process that knows directory and port can stop or kill it.
 */
public final class LocalPostgres implements AutoCloseable {

    /** What a crash of the machine may cost. */
    public enum Durability {
        /** A commit is on the disk when it returns. */
        SAFE,
        /** A commit survives a kill of the server but not of the machine: for tests. */
        FAST
    }

    private static final String SUPERUSER = "postgres";

    private final Path data;
    private final Path log;
    private final int port;
    private final Durability durability;

    /** A server over {@code directory}, not started; {@code port} 0 takes a free one. */
    public LocalPostgres(Path directory, int port, Durability durability) {
        this.data = directory.resolve("data").toAbsolutePath();
        this.log = directory.resolve("postgresql.log").toAbsolutePath();
        this.port = port == 0 ? Ports.free() : port;
        this.durability = durability;
    }

    /**
     * Makes the database cluster where there is none, starts the server and sees to it that each service has its
     * database and roles. Returns when the server takes connections.
     *
     * @throws IllegalStateException when it does not start, with the end of its log
     */
    public LocalPostgres start() {
        initialise();
        var options = new LinkedHashMap<String, String>(Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "200",
                "shared_buffers", "64MB",
                "max_wal_size", "512MB",
                "timezone", "UTC",
                "log_timezone", "UTC"));
        if (durability == Durability.FAST) {
            options.putAll(Map.of("fsync", "off", "full_page_writes", "off"));
        }
        var serverOptions = options.entrySet().stream()
                .map(option ->
                        "-c " + option.getKey() + "=" + (option.getValue().isEmpty() ? "''" : option.getValue()))
                .collect(Collectors.joining(" "));
        if (process().isPresent()) {
            throw new IllegalStateException("PostgreSQL already runs in " + data);
        }
        startOnceOrphansAreGone(serverOptions);
        provision();
        return this;
    }

    /** The port it listens on, or will. */
    public int port() {
        return port;
    }

    /** The JDBC URL of a database of this server. */
    public String jdbcUrl(Database database) {
        return jdbcUrl(database.name());
    }

    /** The server's process, when it runs. */
    public Optional<ProcessHandle> process() {
        return postmaster()
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(program -> program.endsWith("postgres"))
                        .orElse(true));
    }

    /** A connection as the superuser, for provisioning and for what tests need to look at behind the service. */
    public Connection connectAsSuperuser(Database database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, SUPERUSER);
    }

    /** Stops it: running transactions are rolled back, everything committed is written. Does nothing when stopped. */
    @Override
    public void close() {
        if (process().isPresent()) {
            run(
                    "pg_ctl",
                    "stop",
                    "--pgdata",
                    data.toString(),
                    "--mode",
                    "fast",
                    "--wait",
                    "--timeout",
                    "60",
                    "--silent");
        }
    }

    /** Ends the server as a crash would (SIGKILL); returns when it is gone. */
    public void kill() {
        process().ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
    }

    private void initialise() {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        try {
            Files.createDirectories(data.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(
                "initdb",
                "--pgdata",
                data.toString(),
                "--username",
                SUPERUSER,
                "--auth",
                "trust",
                "--encoding",
                "UTF8",
                "--locale-provider",
                "builtin",
                "--builtin-locale",
                "C.UTF-8",
                "--locale",
                "C",
                "--no-sync");
    }

    /** After a kill the server's backends need a moment to see that it is gone; until then the directory is in use. */
    private void startOnceOrphansAreGone(String serverOptions) {
        for (int attempt = 1; ; attempt++) {
            try {
                run(
                        "pg_ctl",
                        "start",
                        "--pgdata",
                        data.toString(),
                        "--log",
                        log.toString(),
                        "--options",
                        serverOptions,
                        "--wait",
                        "--timeout",
                        "60",
                        "--silent");
                return;
            } catch (IllegalStateException e) {
                if (attempt == 40 || !String.valueOf(e.getMessage()).contains("is still in use")) {
                    throw e;
                }
                Pause.millis(250);
            }
        }
    }

    private Optional<Long> postmaster() {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid")).stream()
                    .findFirst()
                    .map(line -> Long.parseLong(line.strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void provision() {
        try (var connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, SUPERUSER)) {
            for (var database : Database.ALL) {
                createRole(connection, database.owner());
                createRole(connection, database.app());
                if (isAbsent(connection, "select 1 from pg_database where datname = ?", database.name())) {
                    execute(connection, "create database " + database.name() + " owner " + database.owner());
                    execute(connection, "revoke all on database " + database.name() + " from public");
                    execute(connection, "grant connect on database " + database.name() + " to " + database.app());
                    grantSchema(database);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot provision the databases", e);
        }
    }

    private void grantSchema(Database database) throws SQLException {
        try (var connection = connectAsSuperuser(database)) {
            execute(connection, "alter schema public owner to " + database.owner());
            execute(connection, "grant usage on schema public to " + database.app());
        }
    }

    private static void createRole(Connection connection, String role) throws SQLException {
        if (isAbsent(connection, "select 1 from pg_roles where rolname = ?", role)) {
            execute(
                    connection,
                    "create role " + role + " login nosuperuser nobypassrls nocreatedb nocreaterole password '" + role
                            + "'");
        }
    }

    private static boolean isAbsent(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return !result.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void run(String program, String... arguments) {
        var command = new ArrayList<>(OwnSession.prefix());
        command.addAll(Unprivileged.prefix());
        command.add(PostgresBinaries.installed().resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            // not a pipe: the server inherits it, and reading to its end would wait for the server's
            var output = Files.createTempFile("clientele-" + program, ".log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            var exit = process.waitFor();
            var said = Files.readString(output, StandardCharsets.UTF_8).strip();
            Files.delete(output);
            if (exit != 0) {
                throw new IllegalStateException(program + " failed: " + said + System.lineSeparator() + tail(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + program + " ran", e);
        }
    }

    private static String tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        var lines = Files.readAllLines(log);
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
}
