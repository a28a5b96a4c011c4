package dev.huozi.metadata.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.binding.PropertyPath;
import dev.huozi.metadata.change.PlannedItem.Operation;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.platform.problem.Issues;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps tenants from breaking the objects that the program itself relies on. Of an object of the
/// system pack a tenant may change labels, help, descriptions and order, and may add optional
/// fields, which are its own from then on.
final class SystemLock {
  private static final Pattern WORDS =
      Pattern.compile("(label|description)(\\..*)?|fields \\(order\\)");
  private static final Pattern FIELD = Pattern.compile("fields\\.([^.]+)(?:\\.(.+))?");
  private static final Pattern FIELD_WORDS = Pattern.compile("(label|help)(\\..*)?");

  private final Map<MetadataRef, JsonNode> bodies;
  private final Issues issues;

  /// @param bodies what the installed system pack defines, names as `ApiName.key`
  SystemLock(Map<MetadataRef, JsonNode> bodies, Issues issues) {
    this.bodies = bodies;
    this.issues = issues;
  }

  void check(List<PlannedItem> items) {
    for (PlannedItem item : items) {
      JsonNode body =
          bodies.get(new MetadataRef(item.ref().kind(), ApiName.key(item.ref().name())));
      if (body != null && item.ref().kind().equals(ObjectKind.ID)) {
        check(item, body);
      }
    }
  }

  private void check(PlannedItem item, JsonNode body) {
    Matcher field = FIELD.matcher(item.path());
    boolean free;
    if (!field.matches()) {
      free = WORDS.matcher(item.path()).matches();
    } else if (fieldsOf(body).contains(ApiName.key(field.group(1)))) {
      free = field.group(2) != null && FIELD_WORDS.matcher(field.group(2)).matches();
    } else {
      ownField(item, field.group(2), body);
      free = true;
    }
    if (!free) {
      refuse(MetadataError.SYSTEM_LOCKED, item);
    }
  }

  private void ownField(PlannedItem item, @Nullable String property, JsonNode body) {
    boolean closed = body.has("extensible") && !body.get("extensible").asBoolean();
    if (closed && item.operation() == Operation.ADD && property == null) {
      refuse(MetadataError.OBJECT_LOCKED, item);
    }
    JsonNode after = item.after();
    JsonNode required =
        property == null && after != null
            ? after.get("required")
            : "required".equals(property) ? after : null;
    if (required != null && required.asBoolean()) {
      refuse(MetadataError.SYSTEM_REQUIRED, item);
    }
  }

  private static Set<String> fieldsOf(JsonNode body) {
    Set<String> names = new HashSet<>();
    for (JsonNode field : body.path("fields")) {
      String name = PropertyPath.itemName(field);
      if (name != null) {
        names.add(ApiName.key(name));
      }
    }
    return names;
  }

  private void refuse(MetadataError code, PlannedItem item) {
    issues.error(code, item.subject(), "object", item.ref().name());
  }
}
