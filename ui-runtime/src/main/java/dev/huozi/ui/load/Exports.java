package dev.huozi.ui.load;

import dev.huozi.formula.value.FormulaError;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.platform.value.Money;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import dev.huozi.record.load.file.TextProbe;
import dev.huozi.ui.page.list.ListColumn;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lists as files: the columns, filters and order that the reader sees, all of the rows.
@Singleton
public class Exports {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final RecordService records;

  public Exports(RecordService records) {
    this.records = records;
  }

  /// What is to be written.
  public record Wanted(
      ObjectModel object, List<ListColumn> columns, ListQuery query, MetadataSnapshot snapshot) {
    public Wanted {
      columns = List.copyOf(columns);
    }
  }

  /// Writes the file while the rows are read.
  void write(RequestContext context, Wanted wanted, ExportForm form, OutputStream out)
      throws IOException {
    String name =
        wanted.object().definition().label().get(context.locale(), wanted.object().name());
    Texts texts = new Texts(context, wanted.snapshot());
    try (ExportSheet sheet = open(form, name, out)) {
      sheet.header(names(context, wanted));
      records.each(context, wanted.query(), record -> write(sheet, wanted, texts, record));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static ExportSheet open(ExportForm form, String name, OutputStream out)
      throws IOException {
    return switch (form) {
      case CSV -> new CsvExport(out, StandardCharsets.UTF_8);
      case GB18030 -> new CsvExport(out, TextProbe.GB18030);
      case XLSX -> new XlsxExport(out, name);
    };
  }

  /// Labels in the reader's language; where two are the same, with the label of the reference they
  /// are behind, or the path.
  private static List<String> names(RequestContext context, Wanted wanted) {
    List<String> names = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (ListColumn column : wanted.columns()) {
      String label = label(column.field(), context.locale());
      if (!used.add(label)) {
        Field parent = column.parent();
        label = parent == null ? column.path() : label(parent, context.locale()) + "." + label;
        used.add(label);
      }
      names.add(label);
    }
    return names;
  }

  private static String label(Field field, Locale locale) {
    return field.label().get(locale, field.name());
  }

  private static void write(ExportSheet sheet, Wanted wanted, Texts texts, RecordView record) {
    List<@Nullable Object> values = new ArrayList<>(wanted.columns().size());
    for (ListColumn column : wanted.columns()) {
      values.add(texts.of(column.field(), record.get(column.path())));
    }
    try {
      sheet.row(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Values as a reader of the file wants them.
  private static final class Texts {
    private final RequestContext context;
    private final MetadataSnapshot snapshot;
    private static final String ERROR = "#ERROR";

    private final Map<String, Map<String, String>> options = new HashMap<>();

    Texts(RequestContext context, MetadataSnapshot snapshot) {
      this.context = context;
      this.snapshot = snapshot;
    }

    @Nullable Object of(Field field, @Nullable Object value) {
      return switch (value) {
        case null -> null;
        case Money money -> money.amount();
        case Reference reference ->
            reference.name() == null ? reference.id().toString() : reference.name();
        case Instant moment -> MOMENT.format(moment.atZone(context.tenant().zone()));
        case Boolean flag -> flag(flag);
        case FormulaError _ -> ERROR;
        case String text when field.type() instanceof FieldType.Picklist picklist ->
            option(picklist.optionset(), text);
        default -> value;
      };
    }

    private String flag(boolean flag) {
      boolean chinese = context.locale().getLanguage().equals("zh");
      return flag ? (chinese ? "是" : "Yes") : (chinese ? "否" : "No");
    }

    private String option(String set, String code) {
      return options.computeIfAbsent(set, this::labels).getOrDefault(code, code);
    }

    private Map<String, String> labels(String name) {
      Map<String, String> labels = new HashMap<>();
      OptionSet set = snapshot.optionSet(name);
      if (set != null) {
        set.values()
            .forEach(option ->
                labels.put(option.code(), option.label().get(context.locale(), option.code())));
      }
      return labels;
    }
  }
}
