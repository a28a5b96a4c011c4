package dev.huozi.ui.form;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.Reference;
import dev.huozi.ui.icon.Icons;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.ValueView;
import dev.huozi.ui.page.ValueViews;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses the input for each field, by its type.
///
/// @param create true for a new record
public record Controls(
    PageContext page, ObjectModel object, FormValues values, boolean create, Icons icons) {
  // A code point has at most two UTF-16 units; the exact limit is the record service's.
  private static final int UNITS = 2;

  Control of(FieldModel model) {
    Field field = model.field();
    String text = values.text(field.name());
    if (field.readOnly().isAlways()) {
      return new Control.Fixed(shown(field, text));
    }
    return switch (field.type()) {
      case FieldType.Text type -> new Control.Line(text, "text", type.length() * UNITS);
      case FieldType.LongText _ -> new Control.Area(text);
      case FieldType.Number _ -> new Control.Figure(text, "", "");
      case FieldType.Currency _ ->
          new Control.Figure(
              text, page.formats().sign(page.request().tenant().currency()).strip(), "");
      case FieldType.Percent _ -> new Control.Figure(text, "", "%");
      case FieldType.Bool _ -> new Control.Check(text.equals("true"));
      case FieldType.Date _ -> new Control.Day(text, "date");
      case FieldType.DateTime _ -> new Control.Day(text, "datetime-local");
      case FieldType.Picklist type -> choice(field, type, text);
      case FieldType.Reference type -> lookup(field, type.targets(), text);
      case FieldType.AutoNumber _, FieldType.Formula _ ->
          create ? new Control.Later() : new Control.Fixed(shown(field, text));
      case FieldType.Email _ -> new Control.Line(text, "email", null);
      case FieldType.Phone _ -> new Control.Line(text, "tel", null);
    };
  }

  /// The options that may be chosen now: the active ones that the controlling value allows, and
  /// what is stored.
  private Control choice(Field field, FieldType.Picklist type, String chosen) {
    OptionSet set = page.snapshot().optionSet(type.optionset());
    String controlling = controllingText(type);
    boolean open = controlling == null || !controlling.isEmpty();
    List<Control.Option> options = new ArrayList<>();
    for (OptionSet.Option option : set == null ? List.<OptionSet.Option>of() : set.values()) {
      boolean selected = option.code().equals(chosen);
      if (set != null && (allowed(set, option, controlling) || (selected && controlling == null))) {
        options.add(
            new Control.Option(
                option.code(), page.words().label(option.label(), option.code()), selected));
      }
    }
    String prompt =
        open
            ? page.words().get("please_choose")
            : page.words().get("choose_first", labelOf(type.controlledBy()));
    String patch = controls(field.name()) ? Addresses.path("o", object.name(), "patch") : null;
    return new Control.Choice(options, prompt, open, patch);
  }

  private static boolean allowed(
      OptionSet set, OptionSet.Option option, @Nullable String controlling) {
    OptionSet.DependsOn dependsOn = set.dependsOn();
    if (!option.active()) {
      return false;
    }
    return controlling == null
        || dependsOn == null
        || dependsOn.map().getOrDefault(controlling, List.of()).contains(option.code());
  }

  /// The value of the controlling picklist; null when there is none.
  private @Nullable String controllingText(FieldType.Picklist type) {
    String controlledBy = type.controlledBy();
    FieldModel controlling = controlledBy == null ? null : object.field(controlledBy);
    return controlling == null ? null : values.text(controlling.name());
  }

  private String labelOf(@Nullable String field) {
    FieldModel model = field == null ? null : object.field(field);
    return model == null ? "" : page.words().label(model.field().label(), model.name());
  }

  /// True where another picklist is controlled by this field.
  private boolean controls(String field) {
    return object.fields().stream()
        .anyMatch(other ->
            other.field().type() instanceof FieldType.Picklist type
                && field.equalsIgnoreCase(type.controlledBy()));
  }

  private Control lookup(Field field, List<String> targets, String text) {
    String chosen =
        text.isEmpty() ? targets.getFirst() : text.substring(0, Math.max(0, text.lastIndexOf(':')));
    List<Control.Target> choices = new ArrayList<>();
    for (String target : targets) {
      ObjectModel model = page.snapshot().object(target);
      if (model != null) {
        choices.add(
            new Control.Target(
                model.name(),
                page.label(model),
                icons.orPlain(model.definition().icon()),
                Addresses.path("lookup", model.name()),
                model.name().equalsIgnoreCase(chosen)));
      }
    }
    return choices.isEmpty()
        ? new Control.Fixed(new ValueView.Blank())
        : new Control.Lookup(
            text, values.name(field.name()), choices, field.filter() == null ? null : field.name());
  }

  /// A value that is only shown. Its text has lost nothing that a reader would miss.
  private ValueView shown(Field field, String text) {
    if (text.isEmpty()) {
      return new ValueView.Blank();
    }
    return shown(field, field.type(), text);
  }

  private ValueView shown(Field field, FieldType shown, String text) {
    ValueViews views = page.values();
    return switch (shown) {
      case FieldType.Formula formula -> shown(field, formula.shown(), text);
      case FieldType.Picklist type -> views.option(type.optionset(), text);
      case FieldType.Reference _ -> link(field, text);
      case FieldType.Bool _ -> views.of(field, text.equals("true"));
      case FieldType.Text _, FieldType.LongText _, FieldType.Email _, FieldType.Phone _ ->
          views.of(field, text);
      case FieldType.AutoNumber _ -> views.of(field, text);
      case FieldType.Number _, FieldType.Currency _ -> new ValueView.Figure(text);
      case FieldType.Percent _ -> new ValueView.Figure(text + "%");
      case FieldType.Date _, FieldType.DateTime _ ->
          new ValueView.Stamp(text.replace('T', ' '), text);
    };
  }

  private ValueView link(Field field, String text) {
    try {
      Reference reference = FieldText.reference(text);
      return new ValueView.Link(
          values.name(field.name()), Addresses.record(reference.object(), reference.id()));
    } catch (FieldText.Unreadable _) {
      return new ValueView.Blank();
    }
  }
}
