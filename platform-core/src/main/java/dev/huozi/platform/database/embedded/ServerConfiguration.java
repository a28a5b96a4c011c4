package dev.huozi.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The configuration files of the embedded server, written anew at each start. `operator.conf` in
/// the folder of the server may tune it, but not take durability or access control away.
record ServerConfiguration(ServerFolder folder, int port) {

  private static final String SETTINGS =
      """
      # Written by Huozi at each start. Put your own settings into operator.conf beside the data folder.
      max_connections = 100
      shared_buffers = 256MB
      # Small machines and SSDs: the default 4 makes the planner shy of index scans.
      random_page_cost = 1.1
      work_mem = 8MB
      max_wal_size = 2GB
      # One backend caches the catalogue of every tenant it has served: plan caches and maps stay small that way.
      jit = off
      timezone = 'UTC'
      log_timezone = 'UTC'
      datestyle = 'iso, ymd'
      log_line_prefix = '%m [%p] '
      # Values of records do not belong into logs.
      log_parameter_max_length = 0
      log_parameter_max_length_on_error = 0
      log_error_verbosity = terse

      include_if_exists = '<operator>'

      # What nobody may change.
      listen_addresses = '127.0.0.1'
      port = <port>
      unix_socket_directories = '<sockets>'
      unix_socket_permissions = 0700
      password_encryption = 'scram-sha-256'
      fsync = on
      full_page_writes = on
      synchronous_commit = on
      # The drivers recognise some errors by their English text.
      lc_messages = 'C'
      """;

  private static final String ACCESS =
      """
      # Written by Huozi at each start: a password for everybody, from this machine only.
      local all all                scram-sha-256
      host  all all 127.0.0.1/32   scram-sha-256
      """;

  void write() {
    String settings =
        SETTINGS
            .replace("<operator>", quote(folder.root().resolve("operator.conf").toString()))
            .replace("<port>", Integer.toString(port))
            .replace("<sockets>", quote(folder.socketSetting()));
    write(folder.data().resolve("postgresql.conf"), settings);
    write(folder.data().resolve("pg_hba.conf"), ACCESS);
  }

  private static String quote(String value) {
    return value.replace("'", "''");
  }

  private static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write (%s).".formatted(file), e);
    }
  }
}
