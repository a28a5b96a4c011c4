package dev.huozi.ui.icon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Builds the sprite from the webjar of Tabler Icons and holds the committed one to it.
@Tag("fast")
class IconSpriteTest {
  private static final Path SPRITE = Path.of("src/main/resources/META-INF/resources/icons.svg");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final String OUTLINES =
      "META-INF/resources/webjars/tabler__icons/3.35.0/icons/outline/";
  private static final Pattern BODY = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);
  private static final Pattern NAMED = Pattern.compile("\\{#icon (?:name=)?'([a-z0-9-]+)'");

  @Test
  void theSpriteHoldsExactlyTheListedIcons() throws IOException {
    StringBuilder sprite = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
    for (String name : new TreeSet<>(Icons.load().names())) {
      sprite.append(symbol(name)).append('\n');
    }
    sprite.append("</svg>\n");
    if (System.getProperty("golden.update", "").equals("true")) {
      Files.writeString(SPRITE, sprite);
    }
    assertThat(Files.readString(SPRITE))
        .as("run with -Dgolden.update=true after a change of icons.txt")
        .isEqualTo(sprite.toString());
  }

  @Test
  void everyIconNamedInATemplateIsInTheSprite() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        Matcher matcher = NAMED.matcher(Files.readString(file));
        while (matcher.find()) {
          named.add(matcher.group(1));
        }
      }
    }
    assertThat(named).isNotEmpty();
    assertThat(Icons.load().names()).containsAll(named);
  }

  @Test
  void anUnknownNameIsShownAsAPlainIcon() {
    assertThat(Icons.load().orPlain("no-such-icon")).isEqualTo("cube");
    assertThat(Icons.load().orPlain(null)).isEqualTo("cube");
    assertThat(Icons.load().orPlain("truck")).isEqualTo("truck");
  }

  private static String symbol(String name) throws IOException {
    try (InputStream in =
        IconSpriteTest.class.getClassLoader().getResourceAsStream(OUTLINES + name + ".svg")) {
      assertThat(in).as("Tabler has no icon (%s)", name).isNotNull();
      Matcher body = BODY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      assertThat(body.find()).isTrue();
      String paths =
          body.group(1)
              .lines()
              .map(String::strip)
              .filter(line -> !line.contains("stroke=\"none\""))
              .reduce("", String::concat);
      return "<symbol id=\""
          + name
          + "\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" "
          + "stroke-width=\"1.75\" stroke-linecap=\"round\" stroke-linejoin=\"round\">"
          + paths
          + "</symbol>";
    }
  }
}
