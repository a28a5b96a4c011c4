package dev.huozi.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class FilterFormTest {
  private final FilterFields fields = FilterTextTest.fields();
  private final FilterForm form = new FilterForm(fields);
  private final FilterText text = new FilterText(fields);

  @Test
  void rowsAndGroupsOfAFormBecomeText() {
    FilterNode.Group read =
        form.read(
            sent(
                "c.j", "or", "c0.f", "colour", "c0.o", "any_of", "c0.v", "RED", "c0.v", "OLD",
                "c1.j", "and", "c1.0.f", "amount", "c1.0.o", "more", "c1.0.v", " 3 ", "c1.1.f",
                "day", "c1.1.o", "since", "c1.1.k", "ago", "c1.1.v", "7"));

    assertThat(form.complete(read)).isTrue();
    assertThat(text.print(read))
        .isEqualTo("colour in (\"RED\", \"OLD\") or (amount > 3 and day >= $Today - 7)");
  }

  @Test
  void anotherFieldBeginsWithItsUsualOperatorAndNoValue() {
    FilterNode.Row row =
        (FilterNode.Row)
            form.read(sent("c0.f", "good", "c0.o", "contains", "c0.v", "x")).parts().getFirst();

    assertThat(row.operator()).isEqualTo(Operator.YES);
    assertThat(row.operand()).isEqualTo(Operand.NONE);
  }

  @Test
  void eachRowSaysWhatItLacks() {
    assertThat(problem("c0.f", "amount", "c0.o", "more", "c0.v", "1e9"))
        .isEqualTo("filter_value_number");
    assertThat(problem("c0.f", "amount", "c0.o", "more", "c0.v", "3) or (1"))
        .isEqualTo("filter_value_number");
    assertThat(problem("c0.f", "name", "c0.o", "is")).isEqualTo("filter_value_missing");
    assertThat(problem("c0.f", "colour", "c0.o", "any_of")).isEqualTo("filter_value_choose");
    assertThat(problem("c0.f", "day", "c0.o", "on", "c0.v", "2026-02-30"))
        .isEqualTo("filter_value_date");
    assertThat(problem("c0.f", "day", "c0.o", "last_days", "c0.v", "-1"))
        .isEqualTo("filter_value_days");
    assertThat(problem("c0.f", "parent", "c0.o", "is", "c0.v", "thing")).isNotNull();
    assertThat(problem("c0.f", "day", "c0.o", "on", "c0.k", "today")).isNull();
  }

  @Test
  void rowsWithoutAFieldAreLeftOut() {
    FilterNode.Group read = form.read(sent("c0.f", "", "c1.f", "good", "c1.o", "no"));

    assertThat(text.print(FilterForm.filled(read))).isEqualTo("good = false");
  }

  @Test
  void buttonsAddAndRemove() {
    FilterNode.Group one = form.read(sent("c0.f", "good", "c0.o", "no"));
    FilterNode.Group grouped = FilterForm.withGroup(one);

    assertThat(grouped.parts()).hasSize(2);
    assertThat(FilterForm.withRow(grouped, "1").parts().get(1))
        .isInstanceOfSatisfying(
            FilterNode.Group.class, group -> assertThat(group.parts()).hasSize(3));
    assertThat(FilterForm.withRow(one, "").parts()).hasSize(2);
    assertThat(FilterForm.without(FilterForm.without(grouped, "1.1"), "1.0").parts()).hasSize(1);
    assertThat(FilterForm.without(one, "0").isEmpty()).isTrue();
    assertThat(FilterForm.without(one, "9")).isEqualTo(one);
    assertThat(FilterForm.without(one, "nonsense")).isEqualTo(one);
  }

  private String problem(String... values) {
    return form.problem((FilterNode.Row) form.read(sent(values)).parts().getFirst());
  }

  private static MultivaluedMap<String, String> sent(String... namesAndValues) {
    MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      sent.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return sent;
  }
}
