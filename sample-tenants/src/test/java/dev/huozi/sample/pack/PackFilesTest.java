package dev.huozi.sample.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackPrinter;
import dev.huozi.metadata.pack.SystemPack;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.value.LocalizedText;
import dev.huozi.ui.icon.Icons;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@Tag("fast")
class PackFilesTest {
  static final List<String> PACKS = SamplePacks.IDS;

  private static final int SHORT_ZH = 12;
  private static final int SHORT_EN = 32;
  private static final int LONG = 200;
  private static final Pattern HAN = Pattern.compile(".*\\p{IsHan}.*", Pattern.DOTALL);

  /// A text in both languages, and where it stands.
  private record Text(String place, String property, LocalizedText text) {}

  @ParameterizedTest
  @FieldSource("PACKS")
  void every_file_is_canonical(String id) throws IOException {
    Map<String, String> canonical = new PackPrinter(SamplePacks.KINDS).print(SamplePacks.read(id));
    if (Boolean.getBoolean("golden.update")) {
      for (Map.Entry<String, String> file : canonical.entrySet()) {
        Path path = SamplePacks.folder(id).resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    }
    assertThat(SamplePacks.files(id)).isEqualTo(canonical);
  }

  @Test
  void the_packs_fit_together() {
    MetadataSnapshot snapshot = SamplePacks.snapshot();
    assertThat(snapshot.objects())
        .extracting(ObjectModel::name)
        .contains(
            "account",
            "contact",
            "activity",
            "product",
            "product_category",
            "opportunity",
            "opportunity_line",
            "store",
            "route",
            "route_stop",
            "visit_plan",
            "visit",
            "stock_line",
            "damage_report",
            "competitor_obs");
  }

  @ParameterizedTest
  @FieldSource("PACKS")
  void every_text_is_written_in_both_languages(String id) {
    for (Text text : texts(SamplePacks.read(id))) {
      assertThat(text.text().texts().keySet()).as(text.place()).containsExactly("zh", "en");
      String zh = text.text().asMap().getOrDefault("zh", "");
      String en = text.text().asMap().getOrDefault("en", "");
      assertThat(zh).as(text.place()).matches(HAN).isEqualTo(zh.strip());
      assertThat(en).as(text.place()).doesNotMatch(HAN).isNotBlank().isEqualTo(en.strip());
      assertThat(en.charAt(0))
          .as(text.place())
          .satisfies(c -> assertThat(Character.isLowerCase(c)).isFalse());
    }
  }

  @ParameterizedTest
  @FieldSource("PACKS")
  void labels_are_short_and_help_is_one_breath(String id) {
    for (Text text : texts(SamplePacks.read(id))) {
      boolean label = text.property().equals("label");
      assertThat(text.text().asMap().getOrDefault("zh", "").length())
          .as(text.place())
          .isLessThanOrEqualTo(label ? SHORT_ZH : LONG);
      assertThat(text.text().asMap().getOrDefault("en", "").length())
          .as(text.place())
          .isLessThanOrEqualTo(label ? SHORT_EN : LONG);
    }
  }

  @ParameterizedTest
  @FieldSource("PACKS")
  void no_label_shows_an_api_name(String id) {
    for (Text text : texts(SamplePacks.read(id))) {
      text.text()
          .asMap()
          .values()
          .forEach(each -> assertThat(each).as(text.place()).doesNotContain("_"));
    }
  }

  @Test
  void every_icon_is_in_the_sprite() {
    for (ObjectModel object : SamplePacks.snapshot().objects()) {
      String icon = object.definition().icon();
      assertThat(icon).as(object.name()).isNotNull();
      assertThat(Icons.load().names()).as(object.name()).contains(icon);
    }
  }

  @Test
  void every_object_has_a_view_and_a_layout() {
    MetadataSnapshot snapshot = SamplePacks.snapshot();
    List<String> files = new ArrayList<>(SystemPack.files().values());
    PACKS.forEach(id -> files.addAll(SamplePacks.files(id).values()));
    for (ObjectModel object : snapshot.objects()) {
      String line = "\nobject: " + object.name() + "\n";
      assertThat(files)
          .as("layout of " + object.name())
          .anyMatch(text -> text.contains(line) && text.contains("\nsections:"));
      boolean onlyWithItsParent = object.name().equals("opportunity_line");
      if (!onlyWithItsParent) {
        assertThat(files)
            .as("view of " + object.name())
            .anyMatch(text -> text.contains(line) && text.contains("\ncolumns:"));
      }
    }
  }

  private static List<Text> texts(Pack pack) {
    List<Text> texts = new ArrayList<>();
    collect(pack.manifest().id(), "", pack.manifest(), texts);
    pack.components()
        .forEach(put ->
            collect(put.kind() + " " + put.definition().name(), "", put.definition(), texts));
    return texts;
  }

  /// Walks through records, lists and maps down to the texts. An empty text stands for one that was
  /// left out.
  private static void collect(
      String place, String property, @Nullable Object value, List<Text> texts) {
    switch (value) {
      case null -> {}
      case LocalizedText text when text.isEmpty() && !property.equals("label") -> {}
      case LocalizedText text -> texts.add(new Text(place + "." + property, property, text));
      case Record record -> {
        String here = record instanceof Definition ? place : place + nameOf(record);
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          collect(here, component.getName(), get(record, component), texts);
        }
      }
      case Collection<?> all -> all.forEach(each -> collect(place, property, each, texts));
      default -> {}
    }
  }

  private static String nameOf(Record record) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (component.getName().equals("name") || component.getName().equals("code")) {
        return "/" + get(record, component);
      }
    }
    return "";
  }

  private static @Nullable Object get(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
