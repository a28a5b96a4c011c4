package dev.huozi.ui.designer;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.Condition;
import dev.huozi.platform.value.LocalizedText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was typed in the form of a field, as text; made from a field, or turned into one.
public record FieldInput(
    FieldKind kind,
    String name,
    String labelZh,
    String labelEn,
    String helpZh,
    String helpEn,
    boolean required,
    String requiredWhen,
    boolean unique,
    boolean readOnly,
    String readOnlyWhen,
    String defaultValue,
    String defaultFormula,
    String maxLength,
    String precision,
    String scale,
    String optionset,
    String newOptions,
    String controlledBy,
    String target,
    List<String> targets,
    boolean clearOnDelete,
    String pattern,
    String expr,
    String result,
    boolean blanksStay,
    boolean stored,
    String filter) {
  public FieldInput {
    targets = List.copyOf(targets);
  }

  /// An empty form of a kind.
  static FieldInput blank(FieldKind kind) {
    return new FieldInput(
        kind,
        "",
        "",
        "",
        "",
        "",
        false,
        "",
        false,
        false,
        "",
        "",
        "",
        "",
        "",
        kind == FieldKind.NUMBER ? "0" : "",
        "",
        "",
        "",
        "",
        List.of(),
        false,
        "",
        "",
        kind == FieldKind.FORMULA ? "number" : "",
        false,
        false,
        "");
  }

  static FieldInput of(Field field) {
    FieldType type = field.type();
    return new FieldInput(
        FieldKind.of(type),
        field.name(),
        text(field.label(), "zh"),
        text(field.label(), "en"),
        text(field.help(), "zh"),
        text(field.help(), "en"),
        field.required().isAlways(),
        Objects.toString(field.required().formula(), ""),
        field.unique(),
        field.readOnly().isAlways(),
        Objects.toString(field.readOnly().formula(), ""),
        Objects.toString(field.defaultValue(), ""),
        Objects.toString(field.defaultFormula(), ""),
        type instanceof FieldType.Text text ? number(text.maxLength()) : "",
        precision(type),
        scale(type),
        type instanceof FieldType.Picklist picklist ? picklist.optionset() : "",
        "",
        type instanceof FieldType.Picklist picklist
            ? Objects.toString(picklist.controlledBy(), "")
            : "",
        target(type),
        type instanceof FieldType.PolyLookup poly ? poly.targets() : List.of(),
        type instanceof FieldType.Lookup lookup && lookup.onDelete() == FieldType.OnDelete.clear,
        type instanceof FieldType.AutoNumber autoNumber ? autoNumber.pattern() : "",
        type instanceof FieldType.Formula formula ? formula.expr() : "",
        type instanceof FieldType.Formula formula ? formula.result() : "",
        type instanceof FieldType.Formula formula && formula.blanks() == FieldType.Blanks.blank,
        type instanceof FieldType.Formula formula && formula.stored(),
        Objects.toString(field.filter(), ""));
  }

  static FieldInput read(FieldKind kind, MultivaluedMap<String, String> form) {
    return new FieldInput(
        kind,
        first(form, "name"),
        first(form, "label_zh"),
        first(form, "label_en"),
        first(form, "help_zh"),
        first(form, "help_en"),
        form.containsKey("required"),
        formula(form, "required_when"),
        form.containsKey("unique"),
        form.containsKey("read_only"),
        formula(form, "read_only_when"),
        first(form, "default"),
        formula(form, "default_formula"),
        first(form, "max_length"),
        first(form, "precision"),
        first(form, "scale"),
        first(form, "optionset"),
        Objects.toString(form.getFirst("new_options"), ""),
        first(form, "controlled_by"),
        first(form, "target"),
        Objects.requireNonNullElse(form.get("targets"), List.of()),
        "clear".equals(form.getFirst("on_delete")),
        first(form, "pattern"),
        formula(form, "expr"),
        first(form, "result"),
        "blank".equals(form.getFirst("blank")),
        form.containsKey("stored"),
        formula(form, "filter"));
  }

  /// The field that is meant. Numbers that are none are left out; the check of the model says what
  /// is missing.
  ///
  /// @param apiName the typed name, or the proposed one where none was typed
  /// @param before the field as it was, or null for a new one
  Field toField(String apiName, String optionSetName, @Nullable Field before) {
    return new Field(
        apiName,
        localized(labelZh, labelEn),
        localized(helpZh, helpEn),
        type(optionSetName),
        condition(required, requiredWhen),
        unique,
        condition(readOnly, readOnlyWhen),
        before == null || before.active(),
        defaultValue.isEmpty() ? null : defaultValue,
        defaultFormula.isEmpty() ? null : defaultFormula,
        filter.isEmpty() ? null : filter,
        before == null ? null : before.was());
  }

  /// A ticked box says always; without it a formula may say when.
  private static Condition condition(boolean always, String when) {
    return always || when.isEmpty() ? Condition.of(always) : new Condition(when);
  }

  static LocalizedText localized(String zh, String en) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (!zh.isEmpty()) {
      texts.put("zh", zh);
    }
    if (!en.isEmpty()) {
      texts.put("en", en);
    }
    return texts.isEmpty() ? LocalizedText.EMPTY : new LocalizedText(texts);
  }

  /// The object whose records the filter chooses.
  public String filterObject() {
    return kind == FieldKind.USER ? FieldType.User.OBJECT : target;
  }

  /// True where a new option set is wanted for the field.
  boolean makesOptionSet() {
    return kind.hasOptions() && optionset.isEmpty();
  }

  private FieldType type(String optionSetName) {
    return switch (kind) {
      case TEXT -> new FieldType.Text(whole(maxLength));
      case LONGTEXT -> new FieldType.LongText();
      case NUMBER -> new FieldType.Number(whole(precision), whole(scale));
      case CURRENCY -> new FieldType.Currency(whole(precision), whole(scale));
      case PERCENT -> new FieldType.Percent(whole(scale));
      case BOOLEAN -> new FieldType.Bool();
      case DATE -> new FieldType.Date();
      case DATETIME -> new FieldType.DateTime();
      case PICKLIST ->
          new FieldType.Picklist(optionSetName, controlledBy.isEmpty() ? null : controlledBy);
      case LOOKUP -> new FieldType.Lookup(target, clearOnDelete ? FieldType.OnDelete.clear : null);
      case POLYLOOKUP -> new FieldType.PolyLookup(targets);
      case MASTERDETAIL -> new FieldType.MasterDetail(target);
      case USER -> new FieldType.User();
      case AUTONUMBER -> new FieldType.AutoNumber(pattern);
      case EMAIL -> new FieldType.Email();
      case PHONE -> new FieldType.Phone();
      case FORMULA ->
          new FieldType.Formula(
              expr,
              result,
              isAmount() ? whole(precision) : null,
              isAmount() || result.equals("percent") ? whole(scale) : null,
              blanksStay ? FieldType.Blanks.blank : null,
              stored);
    };
  }

  private boolean isAmount() {
    return result.equals("number") || result.equals("currency");
  }

  private static String precision(FieldType type) {
    return switch (type) {
      case FieldType.Number number -> number(number.precision());
      case FieldType.Currency currency -> number(currency.precision());
      case FieldType.Formula formula -> number(formula.precision());
      default -> "";
    };
  }

  private static String scale(FieldType type) {
    return switch (type) {
      case FieldType.Number number -> number(number.scale());
      case FieldType.Currency currency -> number(currency.scale());
      case FieldType.Percent percent -> number(percent.scale());
      case FieldType.Formula formula -> number(formula.scale());
      default -> "";
    };
  }

  private static String target(FieldType type) {
    return switch (type) {
      case FieldType.Lookup lookup -> lookup.target();
      case FieldType.MasterDetail master -> master.target();
      default -> "";
    };
  }

  private static String text(LocalizedText text, String language) {
    return text.texts().getOrDefault(language, "");
  }

  private static String number(@Nullable Integer number) {
    return number == null ? "" : number.toString();
  }

  private static @Nullable Integer whole(String text) {
    try {
      return text.isEmpty() ? null : Integer.valueOf(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /// The text of a formula as a file holds it: browsers send line ends of their own.
  static String formula(MultivaluedMap<String, String> form, String name) {
    return first(form, name).replace("\r\n", "\n");
  }

  private static String first(MultivaluedMap<String, String> form, String name) {
    return Objects.toString(form.getFirst(name), "").strip();
  }
}
