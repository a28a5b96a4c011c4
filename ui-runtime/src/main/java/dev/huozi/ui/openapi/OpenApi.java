package dev.huozi.ui.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.tenant.Principal;
import dev.huozi.platform.tenant.RequestContext;
import java.util.Locale;

/// Makes the description of a tenant's API from its metadata. Pure.
public final class OpenApi {
  private final Messages messages;

  public OpenApi(Messages messages) {
    this.messages = messages;
  }

  /// The description for a reader: what the role may use, in the language of the request.
  public ObjectNode describe(RequestContext context, MetadataSnapshot snapshot) {
    Locale locale = context.locale();
    Words words = new Words(messages, locale);
    ObjectNode document = Schemas.node().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", context.tenant().name())
        .put("description", words.say("openapi.description"))
        .put("version", Long.toString(snapshot.version()));
    document.putArray("servers").addObject().put("url", "/");
    document.putArray("security").addObject().putArray("bearer");
    document.withArray("security").addObject().putArray("cookie");
    ObjectNode paths = document.putObject("paths");
    new FixedPaths(words, context.principal().role() == Principal.Role.ADMIN).add(paths);
    ObjectNode components = document.putObject("components");
    ObjectNode schemas = components.putObject("schemas");
    new SharedSchemas(words).add(schemas);
    addObjects(snapshot, locale, words, document, paths, schemas);
    addProblemAnswer(components, words);
    addSecurity(components, words);
    return document;
  }

  private static void addObjects(
      MetadataSnapshot snapshot,
      Locale locale,
      Words words,
      ObjectNode document,
      ObjectNode paths,
      ObjectNode schemas) {
    ObjectSchemas objectSchemas =
        new ObjectSchemas(new FieldSchemas(snapshot, locale, words), locale);
    ObjectPaths objectPaths = new ObjectPaths(words, locale);
    for (ObjectModel object : snapshot.objects()) {
      objectSchemas.add(object, schemas);
      objectPaths.add(object, paths);
      document
          .withArray("tags")
          .addObject()
          .put("name", ObjectSchemas.name(object))
          .put("description", object.definition().label().get(locale, object.name()));
    }
  }

  private static void addProblemAnswer(ObjectNode components, Words words) {
    components
        .putObject("responses")
        .putObject("huozi.Problem")
        .put("description", words.say("openapi.problem"))
        .putObject("content")
        .putObject("application/problem+json")
        .set("schema", Schemas.ref("huozi.Problem"));
  }

  private static void addSecurity(ObjectNode components, Words words) {
    ObjectNode schemes = components.putObject("securitySchemes");
    schemes
        .putObject("bearer")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", words.say("openapi.bearer"));
    schemes
        .putObject("cookie")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", "__Host-huozi")
        .put("description", words.say("openapi.cookie"));
  }
}
