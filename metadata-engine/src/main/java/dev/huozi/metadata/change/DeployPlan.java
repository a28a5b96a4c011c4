package dev.huozi.metadata.change;

import dev.huozi.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/// What publishing a change list would do to a tenant: the properties that differ, the SQL, what is
/// lost, who is concerned.
///
/// @param baseVersion the version it was planned against; publishing is refused when the tenant has
///   moved on
/// @param items empty when nothing would change (and then no version is made)
/// @param losses stored values that could no longer be reached; publishing them needs consent
/// @param affected what uses the things that change or go
public record DeployPlan(
    long baseVersion,
    List<PlannedItem> items,
    List<PlannedStatement> statements,
    List<Loss> losses,
    List<Use> affected) {
  public DeployPlan {
    items = List.copyOf(items);
    statements = List.copyOf(statements);
    losses = List.copyOf(losses);
    affected = List.copyOf(affected);
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  /// About how long the publication itself takes; what follows it is not counted.
  public Duration estimate() {
    return Duration.ofMillis(
        statements.stream()
            .filter(statement -> !statement.afterwards())
            .mapToLong(PlannedStatement::millis)
            .sum());
  }

  /// Tells this plan from others: two plans with the same digest do the same. Numbers of rows do
  /// not count, as they change while people work.
  public String digest() {
    MessageDigest digest = sha256();
    for (PlannedItem item : items) {
      add(digest, item.operation().name());
      add(digest, item.ref().toString());
      add(digest, item.path());
      add(digest, item.after() == null ? "" : Json.write(item.after()));
    }
    statements.forEach(statement -> add(digest, statement.sql()));
    losses.forEach(loss -> add(digest, loss.subject()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
