package dev.huozi.ui.designer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.huozi.metadata.extension.Extension;
import dev.huozi.metadata.extension.ObjectFields;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.optionset.OptionSetKind;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.problem.PlatformError;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.value.LocalizedText;
import dev.huozi.ui.icon.Icons;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.ObjectHead;
import dev.huozi.ui.page.PageContext;
import dev.huozi.ui.page.Words;
import dev.huozi.ui.page.plan.KindWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One look at the model with a draft on top: what the pages of the designer list.
record Designer(PageContext page, Draft draft, Icons icons, MetadataKinds kinds) {
  private static final String TENANT = "tenant";

  /// The object of that name, published or only drafted.
  ObjectType object(String name) {
    ObjectType found = draft.find(ObjectKind.KIND, name, page.snapshot());
    if (found == null) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
    return found;
  }

  OptionSet optionSet(String name) {
    OptionSet found = draft.find(OptionSetKind.KIND, name, page.snapshot());
    if (found == null) {
      throw new ProblemException(PlatformError.NOT_FOUND);
    }
    return found;
  }

  DesignerPages.DraftBar bar() {
    return new DesignerPages.DraftBar(draft.entries().size());
  }

  FieldHome home(ObjectType object) {
    return new FieldHome(draft, page.snapshot(), object);
  }

  ObjectHead head(ObjectType object) {
    return new ObjectHead(
        object.name(), words().label(object.label(), object.name()), icons.orPlain(object.icon()));
  }

  DesignerPages.Home objects() {
    List<DesignerPages.ObjectRow> rows = new ArrayList<>();
    for (ObjectType object : draft.all(ObjectKind.KIND, page.snapshot())) {
      rows.add(
          new DesignerPages.ObjectRow(
              head(object),
              otherLabel(object.label()),
              (int)
                  home(object).fields().stream().filter(placed -> placed.field().active()).count(),
              pack(object),
              !object.extensible(),
              state(object.name()),
              Addresses.path("designer", object.name(), "fields")));
    }
    return new DesignerPages.Home(bar(), rows);
  }

  DesignerPages.Fields fields(ObjectType object, List<String> problems) {
    DraftModel model = new DraftModel(draft, page.snapshot());
    FieldUses uses = FieldUses.of(object.name(), model, kinds, words());
    List<DesignerPages.FieldRow> rows =
        home(object).fields().stream().map(placed -> row(object, placed, uses)).toList();
    String base = Addresses.path("designer", object.name());
    return new DesignerPages.Fields(
        bar(), head(object), otherLabel(object.label()), object.extensible(), rows, base, problems);
  }

  private DesignerPages.FieldRow row(ObjectType object, FieldHome.Placed placed, FieldUses uses) {
    Field field = placed.field();
    FieldKind kind = FieldKind.of(field.type());
    return new DesignerPages.FieldRow(
        field.name(),
        words().label(field.label(), field.name()),
        otherLabel(field.label()),
        kind.icon(),
        words().get(kind.labelKey()),
        detail(field.type()),
        !field.required().isNever(),
        field.unique(),
        field.active(),
        ApiName.same(field.name(), object.nameField()),
        placed.own(),
        uses.of(field.name()),
        usesHref(placed.owner(), field.name()),
        state(object, field),
        Addresses.path("designer", object.name(), "fields", field.name()));
  }

  private String detail(FieldType type) {
    return switch (type) {
      case FieldType.Text text -> Integer.toString(text.length());
      case FieldType.Picklist picklist -> label(OptionSetKind.KIND.id(), picklist.optionset());
      case FieldType.Lookup lookup -> label(ObjectKind.ID, lookup.target());
      case FieldType.MasterDetail master -> label(ObjectKind.ID, master.target());
      case FieldType.PolyLookup poly ->
          String.join(
              " / ", poly.targets().stream().map(target -> label(ObjectKind.ID, target)).toList());
      case FieldType.AutoNumber autoNumber -> autoNumber.pattern();
      case FieldType.Formula formula -> words().get("type_" + formula.result());
      case FieldType.Number number -> digits(number.precision(), number.scale());
      case FieldType.Currency currency -> digits(currency.precision(), currency.scale());
      case FieldType.LongText _, FieldType.Percent _, FieldType.Bool _, FieldType.Date _ -> "";
      case FieldType.DateTime _, FieldType.User _, FieldType.Email _, FieldType.Phone _ -> "";
    };
  }

  private static String digits(@Nullable Integer precision, @Nullable Integer scale) {
    return (precision == null ? "18" : precision.toString())
        + ", "
        + (scale == null ? "2" : scale.toString());
  }

  private String label(String kind, String name) {
    if (kind.equals(ObjectKind.ID)) {
      ObjectType object = draft.find(ObjectKind.KIND, name, page.snapshot());
      return object == null ? name : words().label(object.label(), name);
    }
    OptionSet set = draft.find(OptionSetKind.KIND, name, page.snapshot());
    return set == null ? name : words().label(set.label(), name);
  }

  /// What the draft holds, component by component.
  List<DesignerPages.Held> held() {
    return draft.entries().stream().map(this::held).toList();
  }

  private DesignerPages.Held held(Draft.Entry entry) {
    JsonNode body = entry.wished() == null ? entry.base() : entry.wished();
    JsonNode label = body == null ? MissingNode.getInstance() : body.path("label");
    JsonNode text = label.path(words().locale().getLanguage());
    String state = entry.base() == null ? "new" : entry.wished() == null ? "gone" : "changed";
    return new DesignerPages.Held(
        entry.kind(),
        KindWords.label(words(), entry.kind()),
        text.isTextual() ? text.textValue() : entry.name(),
        entry.name(),
        state,
        href(entry));
  }

  private static @Nullable String href(Draft.Entry entry) {
    if (entry.wished() == null) {
      return null;
    }
    if (entry.kind().equals(OptionSetKind.KIND.id())) {
      return Addresses.path("designer", "optionsets", entry.name());
    }
    return entry.kind().equals(ObjectKind.ID)
        ? Addresses.path("designer", entry.name(), "fields")
        : null;
  }

  /// The page of the uses of a component or its field; null while it is only drafted.
  @Nullable String usesHref(MetadataRef ref, @Nullable String field) {
    Definition published = page.snapshot().find(kinds.get(ref.kind()), ref.name());
    boolean there =
        published != null
            && (field == null
                || switch (published) {
                  case ObjectType object -> has(object.fields(), field);
                  case Extension extension -> has(extension.fields(), field);
                  default -> false;
                });
    return there
        ? Addresses.query(
            "/designer/uses",
            Map.of("kind", ref.kind(), "name", ref.name(), "field", field == null ? "" : field))
        : null;
  }

  private static boolean has(List<Field> fields, String name) {
    return fields.stream().anyMatch(field -> ApiName.same(field.name(), name));
  }

  /// The label in the language that the reader does not see.
  String otherLabel(LocalizedText label) {
    String other = words().locale().getLanguage().equals("zh") ? "en" : "zh";
    return label.texts().getOrDefault(other, "");
  }

  String pack(Definition definition) {
    String pack = page.snapshot().packOf(definition);
    return pack == null || pack.equals(TENANT) ? words().get("pack_own") : pack;
  }

  private String state(String object) {
    if (page.snapshot().object(object) == null) {
      return "new";
    }
    return draft.touches(ObjectKind.KIND, object) ? "changed" : "";
  }

  private String state(ObjectType object, Field field) {
    MetadataSnapshot snapshot = page.snapshot();
    ObjectType published = snapshot.find(ObjectKind.KIND, object.name());
    if (published == null) {
      return "new";
    }
    for (Field before : ObjectFields.of(snapshot, published)) {
      if (ApiName.same(before.name(), field.name())) {
        return before.equals(field) ? "" : "changed";
      }
    }
    return "new";
  }

  private Words words() {
    return page.words();
  }
}
