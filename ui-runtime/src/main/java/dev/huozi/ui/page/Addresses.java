package dev.huozi.ui.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Addresses of pages. API names may hold any letters, so every part is encoded.
public final class Addresses {
  public static final String LOGIN = "/login";
  public static final String DESIGNER = "/designer";
  public static final String PACKS = "/admin/packs";
  public static final String VERSIONS = "/admin/versions";
  public static final String SANDBOXES = "/admin/sandboxes";
  public static final String ACCOUNTS = "/admin/accounts";
  public static final String IMPORTS = "/imports";

  private Addresses() {}

  public static String list(String app, String object) {
    return path("a", app, "o", object);
  }

  public static String record(String object, UUID id) {
    return path("o", object, id.toString());
  }

  public static String create(String object) {
    return path("o", object, "new");
  }

  public static String pack(String id) {
    return path("admin", "packs", id);
  }

  public static String version(long version) {
    return VERSIONS + "/" + version;
  }

  public static String differences(long from, long to) {
    return VERSIONS + "/diff?from=" + from + "&to=" + to;
  }

  public static String path(String... parts) {
    StringBuilder path = new StringBuilder();
    for (String part : parts) {
      path.append('/').append(encode(part));
    }
    return path.toString();
  }

  /// `path` with those parameters that have a value.
  public static String query(String path, Map<String, String> parameters) {
    StringJoiner query = new StringJoiner("&", path + "?", "").setEmptyValue(path);
    parameters.forEach((name, value) -> {
      if (!value.isEmpty()) {
        query.add(encode(name) + "=" + encode(value));
      }
    });
    return query.toString();
  }

  /// `target` if it is a path on this server, else `otherwise`. What comes from outside must not
  /// lead away.
  public static String local(@Nullable String target, String otherwise) {
    if (target == null || !target.startsWith("/") || target.startsWith("//")) {
      return otherwise;
    }
    boolean plain = target.chars().allMatch(c -> c > ' ' && c != '\\' && c < 127);
    return plain ? target : otherwise;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
