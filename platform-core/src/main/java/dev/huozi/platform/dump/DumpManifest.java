package dev.huozi.platform.dump;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.tenant.NewTenant;
import dev.huozi.platform.tenant.SortCollation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a dump holds, said before its rows.
///
/// @param format of the dump (`FORMAT`)
/// @param product version of the program that made it, for people
/// @param schema the state of the fixed tables, as in `Migrations.tenantVersion`
/// @param metadataVersion the tenant's version at the moment of the dump
/// @param complete false when it holds the model without the records
public record DumpManifest(
    int format,
    String product,
    Instant madeAt,
    Owner tenant,
    String schema,
    long metadataVersion,
    boolean complete,
    List<DumpedTable> tables,
    List<Sequence> sequences,
    List<DumpedAccount> accounts,
    List<PackVersion> packs) {

  /// Grows when an older program could not read what a newer one writes.
  public static final int FORMAT = 1;

  public DumpManifest {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    accounts = List.copyOf(accounts);
    packs = List.copyOf(packs);
  }

  /// The tenant that was dumped.
  public record Owner(
      String code,
      String name,
      String zone,
      String currency,
      SortCollation sortCollation,
      String locale) {}

  /// The state of a sequence.
  public record Sequence(String name, long last, boolean called) {}

  /// An entry of the installation's list of packs.
  public record PackVersion(String pack, String version) {}

  /// A login with its password's hash. `toString` hides that.
  public record DumpedAccount(
      UUID id,
      UUID userId,
      String userName,
      String displayName,
      String role,
      boolean active,
      @Nullable String locale,
      String passwordHash) {
    @Override
    public String toString() {
      return "DumpedAccount[" + userName + "]";
    }
  }

  /// A tenant like the one that was dumped, under another code and name.
  public NewTenant like(String code, String name) {
    return new NewTenant(
        code,
        name,
        ZoneId.of(tenant.zone()),
        tenant.currency(),
        tenant.sortCollation(),
        Locale.forLanguageTag(tenant.locale()));
  }

  @JsonIgnore
  public long rows() {
    return tables.stream().mapToLong(DumpedTable::rows).sum();
  }

  /// A table of the dump.
  ///
  /// @param columns in the order of the rows
  /// @param checksum of all rows, whatever their order (`TableRows`)
  /// @param bytes about how long its rows are
  public record DumpedTable(
      String name, List<String> columns, long rows, String checksum, long bytes) {
    public DumpedTable {
      columns = List.copyOf(columns);
    }

    /// The name as it may stand in SQL.
    @JsonIgnore
    public SqlIdentifier identifier() {
      return new SqlIdentifier(name);
    }

    /// The columns as they may stand in SQL.
    @JsonIgnore
    public List<SqlIdentifier> columnIdentifiers() {
      return columns.stream().map(SqlIdentifier::new).toList();
    }
  }
}
