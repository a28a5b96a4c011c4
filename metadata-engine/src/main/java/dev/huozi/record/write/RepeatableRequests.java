package dev.huozi.record.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.RecordCommand;
import dev.huozi.record.RecordError;
import dev.huozi.record.RecordView;
import dev.huozi.record.sql.IdempotencyRenderer;
import dev.huozi.record.sql.StoredJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Requests that may be repeated: the first one with a key does the work and leaves its answer, the
/// others get that answer.
final class RepeatableRequests {
  private static final int LONGEST_KEY = 200;

  private RepeatableRequests() {}

  /// A kept answer as the database holds it.
  private record Kept(String requestHash, String body) {}

  /// Claims the key for this transaction, waiting while another one holds it. The answer of an
  /// earlier request with the same key, or null when this one has to do the work.
  ///
  /// @throws ProblemException `RECORD_IDEMPOTENCY_KEY_INVALID`, or `RECORD_IDEMPOTENCY_KEY_REUSED`
  ///   for another request
  static @Nullable RecordView claim(WriteScope scope, RecordCommand.Create command, String key) {
    if (key.isEmpty()
        || key.length() > LONGEST_KEY
        || !key.chars().allMatch(c -> c > 32 && c < 127)) {
      throw new ProblemException(
          RecordError.RECORD_IDEMPOTENCY_KEY_INVALID, "maximum", LONGEST_KEY);
    }
    RequestContext context = scope.context();
    UUID account = context.principal().accountId();
    String hash = hash(command);
    int claimed =
        scope
            .transaction()
            .execute(IdempotencyRenderer.claim(context.tenant(), account, key, hash));
    if (claimed == 1) {
      return null;
    }
    Kept kept =
        scope
            .transaction()
            .queryOne(
                IdempotencyRenderer.find(context.tenant(), account, key),
                row ->
                    new Kept(
                        Objects.requireNonNull(row.text(0)), Objects.requireNonNull(row.text(1))));
    if (kept == null || !kept.requestHash().equals(hash)) {
      throw new ProblemException(RecordError.RECORD_IDEMPOTENCY_KEY_REUSED, "key", key);
    }
    return read(scope, kept.body());
  }

  /// The answer to keep for a key.
  static IdempotencyRenderer.Answer answer(WriteScope scope, String key, RecordView record) {
    ObjectNode values = Json.mapper().createObjectNode();
    for (FieldModel field : scope.object().fields()) {
      if (record.values().containsKey(field.name())) {
        values.set(StoredJson.key(field), StoredJson.write(field, record.get(field.name()), true));
      }
    }
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("id", record.id().toString()).put("version", record.version()).set("values", values);
    return new IdempotencyRenderer.Answer(
        scope.context().principal().accountId(), key, Json.write(body));
  }

  private static RecordView read(WriteScope scope, String body) {
    JsonNode kept = Json.read(body);
    String currency = scope.context().tenant().currency();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (FieldModel field : scope.object().fields()) {
      JsonNode value = kept.path("values").get(StoredJson.key(field));
      if (value != null) {
        values.put(field.name(), StoredJson.read(field, value, scope.snapshot(), currency));
      }
    }
    return new RecordView(
        scope.object().name(),
        UUID.fromString(kept.path("id").asText()),
        kept.path("version").asInt(),
        values);
  }

  private static String hash(RecordCommand.Create command) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(command.object().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(Json.write(command.values()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM has no SHA-256.", e);
    }
  }
}
