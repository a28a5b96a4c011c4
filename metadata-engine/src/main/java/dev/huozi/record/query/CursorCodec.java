package dev.huozi.record.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordError;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Writes cursors as text and reads them back. The text is signed for one user, object, filter and
/// sort, so that a cursor serves no other list; it names the snapshot's version, so that it does
/// not outlive a change of the model.
public final class CursorCodec {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNATURE_BYTES = 16;
  private static final int LONGEST = 8_000;

  private final CursorSecrets secrets;

  public CursorCodec(CursorSecrets secrets) {
    this.secrets = secrets;
  }

  /// The cursor as text for the URL.
  public String write(Cursor cursor, QueryShape shape, ListQuery query, RequestContext context) {
    ArrayNode parts = Json.mapper().createArrayNode();
    parts.add(shape.snapshotVersion()).add(cursor.backward()).add(cursor.id().toString());
    for (int i = 0; i < shape.sort().size(); i++) {
      parts.add(ScalarText.write(cursor.values().get(i)));
    }
    byte[] payload = Json.write(parts).getBytes(StandardCharsets.UTF_8);
    byte[] signature = sign(payload, shape, query, context);
    byte[] all = Arrays.copyOf(signature, SIGNATURE_BYTES + payload.length);
    System.arraycopy(payload, 0, all, SIGNATURE_BYTES, payload.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /// @throws ProblemException `RECORD_CURSOR_INVALID` for anything that this list did not hand out
  ///   to this user, `RECORD_CURSOR_STALE` when the model has changed since
  public Cursor read(String text, QueryShape shape, ListQuery query, RequestContext context) {
    byte[] all = decode(text);
    byte[] payload = Arrays.copyOfRange(all, SIGNATURE_BYTES, all.length);
    byte[] signature = Arrays.copyOf(all, SIGNATURE_BYTES);
    if (!MessageDigest.isEqual(signature, sign(payload, shape, query, context))) {
      throw invalid();
    }
    JsonNode parts = Json.read(new String(payload, StandardCharsets.UTF_8));
    if (parts.get(0).asLong() != shape.snapshotVersion()) {
      throw new ProblemException(RecordError.RECORD_CURSOR_STALE);
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < shape.sort().size(); i++) {
      JsonNode value = parts.get(3 + i);
      values.add(
          value.isNull() ? null : ScalarText.read(shape.sort().get(i).kind(), value.textValue()));
    }
    return new Cursor(parts.get(1).asBoolean(), values, UUID.fromString(parts.get(2).asText()));
  }

  private static byte[] decode(String text) {
    if (text.length() > LONGEST) {
      throw invalid();
    }
    try {
      byte[] all = Base64.getUrlDecoder().decode(text);
      if (all.length <= SIGNATURE_BYTES) {
        throw invalid();
      }
      return all;
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private byte[] sign(byte[] payload, QueryShape shape, ListQuery query, RequestContext context) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secrets.of(context.tenant()), ALGORITHM));
      mac.update(binding(shape, query, context).getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM has no (%s).".formatted(ALGORITHM), e);
    }
  }

  /// What a cursor belongs to. JSON keeps the parts apart, whatever they hold.
  private static String binding(QueryShape shape, ListQuery query, RequestContext context) {
    ArrayNode parts = Json.mapper().createArrayNode();
    parts.add(context.tenant().id()).add(context.principal().userId().toString());
    parts.add(shape.object().id());
    ArrayNode filters = parts.addArray();
    query.filters().forEach(filters::add);
    parts.add(query.search());
    ArrayNode sort = parts.addArray();
    shape.sort().forEach(sortKey -> sort.add(sortKey.ref().name()).add(sortKey.descending()));
    return Json.write(parts);
  }

  private static ProblemException invalid() {
    return new ProblemException(RecordError.RECORD_CURSOR_INVALID);
  }
}
