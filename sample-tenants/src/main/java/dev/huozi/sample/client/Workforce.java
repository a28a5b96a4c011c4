package dev.huozi.sample.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.sample.demo.DemoTenant;
import dev.huozi.sample.demo.Link;
import dev.huozi.sample.demo.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the accounts of a company's people and fills in who they are. What was done before is left
/// alone.
public final class Workforce {
  private final HuoziClient client;
  private final RecordLoader loader;

  public Workforce(HuoziClient client, RecordLoader loader) {
    this.client = client;
    this.loader = loader;
  }

  /// Everybody can log in with `password`. The org units must be loaded. Returns how many accounts
  /// were made.
  public int enroll(DemoTenant tenant, String password) {
    List<Person> people = tenant.people();
    Map<String, String> userIds = new HashMap<>();
    for (JsonNode account : client.get("/api/accounts", Map.of()).path("items")) {
      userIds.put(account.path("user").asText(), account.path("userId").asText());
    }
    int before = userIds.size();
    for (Person person : people) {
      String id = userIds.computeIfAbsent(person.user(), _ -> makeAccount(person, password));
      loader.remember("user", person.user(), id);
    }
    people.forEach(person -> introduce(person, tenant.company().code()));
    tenant.heads().forEach((unit, user) -> fill("org_unit", unit, "head", head(user)));
    return userIds.size() - before;
  }

  private String makeAccount(Person person, String password) {
    ObjectNode body =
        HuoziClient.object()
            .put("user", person.user())
            .put("name", person.name())
            .put("role", person.role())
            .put("password", password)
            .put("locale", "zh-CN");
    return client.post("/api/accounts", body).path("userId").asText();
  }

  private void introduce(Person person, String company) {
    ObjectNode values =
        HuoziClient.object()
            .put("title", person.title())
            .put("phone", person.mobile())
            .put("email", "%s@%s.example".formatted(person.user(), company))
            .put("org_unit", loader.id(Link.to("org_unit", person.unit())));
    @Nullable String manager = person.manager();
    if (manager != null) {
      values.put("manager", loader.id(Link.to("user", manager)));
    }
    fill("user", person.user(), "title", values);
  }

  private ObjectNode head(String user) {
    return HuoziClient.object().put("head", loader.id(Link.to("user", user)));
  }

  /// Changes the record unless somebody has filled in `witness` already.
  private void fill(String object, String key, String witness, ObjectNode values) {
    String path = "/api/data/%s/%s".formatted(object, loader.id(Link.to(object, key)));
    JsonNode record = client.get(path, Map.of());
    JsonNode present = record.path(witness);
    if (present.isMissingNode()
        || present.isNull()
        || present.isTextual() && present.asText().isEmpty()) {
      client.patch(path, values, record.path("version").asLong());
    }
  }
}
