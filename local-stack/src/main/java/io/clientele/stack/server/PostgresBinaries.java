package io.clientele.stack.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the PostgreSQL of this machine's kind from its Maven artifact, once per version and user. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * The installation directory, holding {@code bin/initdb}, {@code bin/pg_ctl} and {@code bin/postgres}. Safe to call
     * from several processes at once: the first one unpacks, the others wait.
     *
     * @throws IllegalStateException when no artifact for this machine is on the class path
     */
    static synchronized Path installed() {
        var cache = cacheDirectory();
        try {
            Files.createDirectories(cache);
            var archive = archive();
            var home = cache.resolve("postgresql-" + checksum(archive));
            if (Files.exists(home)) {
                return home;
            }
            try (var channel = FileChannel.open(
                            cache.resolve("postgresql.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!Files.exists(home)) {
                    var unpacking = Files.createTempDirectory(cache, "postgresql-unpacking");
                    Files.setPosixFilePermissions(unpacking, PosixFilePermissions.fromString("rwxr-xr-x"));
                    unpack(archive, unpacking);
                    Files.move(unpacking, home, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + cache, e);
        }
    }

    private static Path cacheDirectory() {
        var chosen = System.getenv("CLIENTELE_CACHE");
        if (chosen != null) {
            return Path.of(chosen);
        }
        var xdg = System.getenv("XDG_CACHE_HOME");
        var caches = xdg != null ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return caches.resolve("clientele");
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var name = "/postgres-" + system + "-" + machine + ".txz";
        var archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new IllegalStateException(
                    "no PostgreSQL for this machine: " + name + " is in none of the artifacts on the class path");
        }
        return archive;
    }

    /** Tells one version's archive from another's without reading it: the checksum that its jar keeps. */
    private static String checksum(URL archive) throws IOException {
        return Long.toHexString(
                ((JarURLConnection) archive.openConnection()).getJarEntry().getCrc());
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }
}
