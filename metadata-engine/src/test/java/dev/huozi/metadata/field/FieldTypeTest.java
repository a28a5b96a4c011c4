package dev.huozi.metadata.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class FieldTypeTest {
  private static final List<FieldType> ONE_OF_EACH =
      List.of(
          new FieldType.Text(null),
          new FieldType.LongText(),
          new FieldType.Number(null, null),
          new FieldType.Currency(null, null),
          new FieldType.Percent(null),
          new FieldType.Bool(),
          new FieldType.Date(),
          new FieldType.DateTime(),
          new FieldType.Picklist("a", null),
          new FieldType.Lookup("a", null),
          new FieldType.PolyLookup(List.of("a")),
          new FieldType.MasterDetail("a"),
          new FieldType.User(),
          new FieldType.AutoNumber("{0}"),
          new FieldType.Email(),
          new FieldType.Phone(),
          new FieldType.Formula("1", "number", null, null, null, false));

  @Test
  void every_type_is_known_by_its_word() {
    List<Class<?>> types = records(FieldType.class).toList();
    assertThat(List.<Class<?>>copyOf(FieldType.byId().values()))
        .containsExactlyInAnyOrderElementsOf(types);
    for (FieldType type : ONE_OF_EACH) {
      assertThat(FieldType.byId().get(type.id())).isEqualTo(type.getClass());
    }
    assertThat(ONE_OF_EACH)
        .extracting(Object::getClass)
        .doesNotHaveDuplicates()
        .hasSize(types.size());
  }

  private static Stream<Class<?>> records(Class<?> sealed) {
    return sealed.isRecord()
        ? Stream.of(sealed)
        : Stream.of(sealed.getPermittedSubclasses()).flatMap(FieldTypeTest::records);
  }

  @Test
  void an_autonumber_counts_within_its_day_month_or_year() {
    LocalDate day = LocalDate.of(2026, 3, 7);
    AutoNumberPattern daily = pattern("VS-{yyyyMMdd}-{0000}");
    assertThat(daily.format(day, 7)).isEqualTo("VS-20260307-0007");
    assertThat(daily.format(day, 123_456)).isEqualTo("VS-20260307-123456");
    assertThat(daily.period(day)).isEqualTo("20260307");
    AutoNumberPattern plain = pattern("门店{00}");
    assertThat(plain.format(day, 3)).isEqualTo("门店03");
    assertThat(plain.period(day)).isEmpty();
    assertThat(pattern("{yy}/{MM}/{0}").format(day, 12)).isEqualTo("26/03/12");
  }

  private static AutoNumberPattern pattern(String text) {
    return Objects.requireNonNull(AutoNumberPattern.parse(text));
  }

  @Test
  void other_patterns_are_refused() {
    assertThat(
            Stream.of(
                    "VS",
                    "{0}{0}",
                    "{yyyy}",
                    "{x}{0}",
                    "{0",
                    "a}{0}",
                    "{}",
                    "{0}" + "x".repeat(60),
                    "{00000000000000000}")
                .map(AutoNumberPattern::parse))
        .containsOnlyNulls();
  }
}
