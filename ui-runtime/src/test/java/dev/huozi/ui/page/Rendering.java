package dev.huozi.ui.page;

import dev.huozi.platform.i18n.Messages;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The templates as the server draws them, without a server.
public final class Rendering {
  public static final Assets ASSETS = new Assets("/app.js", "/app.css", "/icons.svg");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");

  private final Engine engine;
  private final Locale locale;

  public Rendering(Locale locale) {
    this.locale = locale;
    engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addNamespaceResolver(new TemplateWords(new Messages()))
            .addNamespaceResolver(NamespaceResolver.builder("inject").resolve(_ -> ASSETS).build())
            .addSectionHelper(new UserTagSectionHelper.Factory("icon", "tags/icon.html"))
            .addSectionHelper(
                new UserTagSectionHelper.Factory("formula-input", "tags/formula-input.html"))
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(Rendering::locate)
            .build();
  }

  public String page(String template, Object model, Shell shell) {
    return draw(
        engine.getTemplate(template), Map.of("page", model, "shell", shell, "assets", ASSETS));
  }

  public String part(String template, Map<String, Object> data) {
    return draw(engine.getTemplate(template), data);
  }

  public String fragment(String template, String fragment, Object model, Shell shell) {
    return draw(
        engine.getTemplate(template).getFragment(fragment),
        Map.of("page", model, "shell", shell, "assets", ASSETS));
  }

  private String draw(Template template, Map<String, Object> data) {
    var instance = template.instance().setAttribute(TemplateWords.LOCALE, locale);
    data.forEach(instance::data);
    return instance.render();
  }

  private static Optional<TemplateLocator.TemplateLocation> locate(String id) {
    Path file = TEMPLATES.resolve(id.endsWith(".html") ? id : id + ".html");
    return Files.exists(file) ? Optional.of(new Location(file)) : Optional.empty();
  }

  private record Location(Path file) implements TemplateLocator.TemplateLocation {
    @Override
    public Reader read() {
      try {
        return new StringReader(Files.readString(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Optional<Variant> getVariant() {
      return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
    }
  }
}
