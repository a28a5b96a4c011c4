package dev.huozi.record.load.profile;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.record.load.LoadError;
import dev.huozi.record.load.file.SheetRow.Cell;
import dev.huozi.record.query.ColumnKind;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Chooses how the cells of a column are read, by the field they are meant for.
final class CellReaders {
  private static final Set<String> TRUE = Set.of("true", "yes", "y", "1", "是", "对", "√", "真");
  private static final Set<String> FALSE = Set.of("false", "no", "n", "0", "否", "错", "×", "假");

  private final MetadataSnapshot snapshot;
  private final NumberTexts numbers;
  private final TimeTexts times;

  CellReaders(ImportProfile.Formats formats, MetadataSnapshot snapshot, ZoneId zone) {
    this.snapshot = snapshot;
    this.numbers = new NumberTexts(formats);
    this.times = new TimeTexts(formats, zone);
  }

  /// @param key the field of the referred object that the cells hold, or null for its id
  /// @param object which object is referred to, where the field allows several
  CellReader of(FieldModel field, @Nullable FieldModel key, @Nullable String object) {
    if (field.field().type() instanceof FieldType.Picklist picklist) {
      return picklist(snapshot.optionSet(picklist.optionset()));
    }
    ColumnKind kind = ColumnKind.of(field);
    if (kind == ColumnKind.ID) {
      return reference(key, object);
    }
    return plain(kind, field.field().type());
  }

  private CellReader plain(ColumnKind kind, FieldType type) {
    return switch (kind) {
      case TEXT -> cell -> new CellValue.Read(TextNode.valueOf(FormulaGuard.remove(cell.text())));
      case NUMERIC -> cell -> number(cell, type instanceof FieldType.Percent);
      case BOOLEAN -> CellReaders::bool;
      case DATE -> cell -> time(times.date(cell), LoadError.LOAD_DATE);
      case INSTANT -> cell -> time(times.instant(cell), LoadError.LOAD_DATETIME);
      case ID -> reference(null, null);
    };
  }

  private CellValue number(Cell cell, boolean percent) {
    BigDecimal number = numbers.read(cell, percent);
    return number == null
        ? new CellValue.Unreadable(LoadError.LOAD_NUMBER)
        : new CellValue.Read(DecimalNode.valueOf(number));
  }

  private static CellValue bool(Cell cell) {
    String word = cell.text().strip().toLowerCase(Locale.ROOT);
    if (TRUE.contains(word)) {
      return new CellValue.Read(BooleanNode.TRUE);
    }
    return FALSE.contains(word)
        ? new CellValue.Read(BooleanNode.FALSE)
        : new CellValue.Unreadable(LoadError.LOAD_BOOLEAN);
  }

  private static CellValue time(@Nullable String iso, LoadError code) {
    return iso == null ? new CellValue.Unreadable(code) : new CellValue.Read(TextNode.valueOf(iso));
  }

  /// A code, or a label in any language. What is neither is handed on, so that the check of the
  /// field words it with the options that there are.
  private static CellReader picklist(@Nullable OptionSet set) {
    Map<String, String> codes = new HashMap<>();
    if (set != null) {
      for (OptionSet.Option option : set.values()) {
        option
            .label()
            .texts()
            .values()
            .forEach(
                label -> codes.putIfAbsent(label.strip().toLowerCase(Locale.ROOT), option.code()));
      }
      set.values().forEach(option -> codes.put(option.code(), option.code()));
    }
    return cell -> {
      String text = cell.text().strip();
      String exact = codes.get(text);
      String code = exact != null ? exact : codes.getOrDefault(text.toLowerCase(Locale.ROOT), text);
      return new CellValue.Read(TextNode.valueOf(code));
    };
  }

  private CellReader reference(@Nullable FieldModel key, @Nullable String object) {
    CellReader value =
        key == null
            ? cell -> new CellValue.Read(TextNode.valueOf(cell.text().strip()))
            : plain(ColumnKind.of(key), key.field().type());
    if (key == null && object == null) {
      return value;
    }
    String name = key == null ? "id" : key.name();
    return cell -> {
      if (!(value.read(cell) instanceof CellValue.Read read)) {
        return value.read(cell);
      }
      var node = JsonNodeFactory.instance.objectNode();
      if (object != null) {
        node.put("object", object);
      }
      node.set(name, read.json());
      return new CellValue.Read(node);
    };
  }
}
