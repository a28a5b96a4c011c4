package dev.huozi.record.write;

import dev.huozi.metadata.field.AutoNumberPattern;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.record.sql.CounterRenderer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives new records their running numbers, a block for all drafts at once. The last step before
/// the rows, as the counter stays locked until the commit.
final class NumberStep implements WriteStep {
  @Override
  public List<Draft> apply(WriteScope scope, List<Draft> drafts) {
    List<Draft> numbered = drafts;
    for (FieldModel field : scope.object().fields()) {
      if (field.field().type() instanceof FieldType.AutoNumber number) {
        numbered = number(scope, numbered, field, pattern(field, number));
      }
    }
    return numbered;
  }

  private static List<Draft> number(
      WriteScope scope, List<Draft> drafts, FieldModel field, AutoNumberPattern pattern) {
    int count = (int) drafts.stream().filter(Draft::isNew).count();
    if (count == 0) {
      return drafts;
    }
    LocalDate day = LocalDate.ofInstant(scope.now(), scope.context().tenant().zone());
    long next = take(scope, field, pattern.period(day), count) - count + 1;
    List<Draft> numbered = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      numbered.add(draft.isNew() ? with(draft, field, pattern.format(day, next++)) : draft);
    }
    return numbered;
  }

  private static AutoNumberPattern pattern(FieldModel field, FieldType.AutoNumber number) {
    AutoNumberPattern pattern = AutoNumberPattern.parse(number.pattern());
    if (pattern == null) {
      throw new IllegalStateException(
          "Field (%s) has the pattern (%s), which is none."
              .formatted(field.name(), number.pattern()));
    }
    return pattern;
  }

  private static long take(WriteScope scope, FieldModel field, String period, int count) {
    Long last =
        scope
            .transaction()
            .queryOne(
                CounterRenderer.take(
                    scope.context().tenant(), scope.object(), field, period, count),
                row -> {
                  Long number = row.longInteger(0);
                  return number == null ? 0L : number;
                });
    if (last == null) {
      throw new IllegalStateException(
          "The counter of field (%s) gave nothing.".formatted(field.name()));
    }
    return last;
  }

  private static Draft with(Draft draft, FieldModel field, String text) {
    Map<FieldModel, @Nullable Object> values = new LinkedHashMap<>(draft.values());
    values.put(field, text);
    return draft.with(values, draft.pending(), draft.refused());
  }
}
