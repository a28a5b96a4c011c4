package dev.huozi.metadata.field;

import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.FieldReference;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.model.TextCheck;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.optionset.OptionSetKind;
import dev.huozi.platform.problem.Issues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What must be right with a field inside its object.
public final class FieldCheck {
  public static final int MAX_TEXT_LENGTH = 4_000;
  public static final int MAX_PRECISION = 38;
  public static final int MAX_SCALE = 18;

  private final Map<String, Field> siblings;
  private final ModelView model;
  private final Issues issues;

  /// @param siblings all fields of the object by `ApiName.key`
  public FieldCheck(Map<String, Field> siblings, ModelView model, Issues issues) {
    this.siblings = Map.copyOf(siblings);
    this.model = model;
    this.issues = issues;
  }

  /// What the field refers to.
  public static List<Reference> references(Field field, String path) {
    return switch (field.type()) {
      case FieldType.Lookup lookup ->
          List.of(Reference.of("object", lookup.target(), path + ".target").dropping(path));
      case FieldType.MasterDetail parent ->
          List.of(Reference.of("object", parent.target(), path + ".target").dropping(path));
      case FieldType.User _ ->
          List.of(Reference.of("object", FieldType.User.OBJECT, path + ".type"));
      case FieldType.PolyLookup lookup -> {
        List<Reference> all = new ArrayList<>();
        for (int i = 0; i < lookup.targets().size(); i++) {
          all.add(Reference.of("object", lookup.targets().get(i), path + ".targets." + i));
        }
        yield List.copyOf(all);
      }
      case FieldType.Picklist list ->
          List.of(Reference.of(OptionSetKind.ID, list.optionset(), path + ".optionset"));
      case FieldType.Text _,
          FieldType.LongText _,
          FieldType.Decimal _,
          FieldType.Bool _,
          FieldType.Date _,
          FieldType.DateTime _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _,
          FieldType.Formula _ ->
          List.of();
    };
  }

  /// The sibling that a dependent picklist follows.
  public static List<FieldReference> fieldReferences(String object, Field field, String path) {
    return field.type() instanceof FieldType.Picklist picklist
            && picklist.controlledBy() instanceof String controller
        ? List.of(
            new FieldReference(object, controller, path + ".controlledBy", path + ".controlledBy"))
        : List.of();
  }

  /// @param path where the field stands: `fields.amount`
  public void check(Field field, String path) {
    ApiName.check(field.name(), path + ".name", issues);
    TextCheck.label(field.label(), path + ".label", issues);
    TextCheck.description(field.help(), path + ".help", issues);
    checkType(field, path);
    checkFlags(field, path);
    DefaultValueCheck.check(field, model, path, issues);
  }

  private void checkType(Field field, String path) {
    switch (field.type()) {
      case FieldType.Text text -> length(text.length(), path);
      case FieldType.Decimal decimal -> digits(decimal.digits(), decimal.decimals(), path);
      case FieldType.Picklist picklist -> controlledBy(field, picklist, path);
      case FieldType.PolyLookup lookup -> targets(lookup, path);
      case FieldType.AutoNumber number -> {
        if (AutoNumberPattern.parse(number.pattern()) == null) {
          issues.error(
              MetadataError.AUTONUMBER_PATTERN,
              path + ".pattern",
              "pattern",
              number.pattern(),
              "maximum",
              AutoNumberPattern.MAX_LENGTH);
        }
      }
      case FieldType.Formula formula -> formula(formula, path);
      case FieldType.LongText _,
          FieldType.Bool _,
          FieldType.Date _,
          FieldType.DateTime _,
          FieldType.Lookup _,
          FieldType.MasterDetail _,
          FieldType.User _,
          FieldType.Email _,
          FieldType.Phone _ -> {}
    }
  }

  private void formula(FieldType.Formula formula, String path) {
    if (!FieldType.Formula.RESULTS.contains(formula.result())) {
      issues.error(
          MetadataError.FORMULA_RESULT,
          path + ".result",
          "result",
          formula.result(),
          "known",
          FieldType.Formula.RESULTS);
    } else if (formula.shown() instanceof FieldType.Decimal decimal) {
      digits(decimal.digits(), decimal.decimals(), path);
    }
  }

  private void length(int length, String path) {
    if (length < 1 || length > MAX_TEXT_LENGTH) {
      issues.error(
          MetadataError.TEXT_LENGTH,
          path + ".maxLength",
          "length",
          length,
          "maximum",
          MAX_TEXT_LENGTH);
    }
  }

  private void digits(int precision, int scale, String path) {
    if (precision < 1 || precision > MAX_PRECISION) {
      issues.error(
          MetadataError.NUMBER_PRECISION,
          path + ".precision",
          "precision",
          precision,
          "maximum",
          MAX_PRECISION);
    }
    int most = Math.min(precision, MAX_SCALE);
    if (scale < 0 || scale > most) {
      issues.error(MetadataError.NUMBER_SCALE, path + ".scale", "scale", scale, "maximum", most);
    }
  }

  private void targets(FieldType.PolyLookup lookup, String path) {
    if (lookup.targets().isEmpty()) {
      issues.error(MetadataError.TARGETS_EMPTY, path + ".targets");
    }
    Set<String> seen = new HashSet<>();
    for (String target : lookup.targets()) {
      if (!seen.add(ApiName.key(target))) {
        issues.error(MetadataError.ITEM_DUPLICATE, path + ".targets", "name", target);
      }
    }
  }

  private void controlledBy(Field field, FieldType.Picklist picklist, String path) {
    String controller = picklist.controlledBy();
    if (controller == null) {
      return;
    }
    OptionSet set = model.find(OptionSetKind.KIND, picklist.optionset());
    if (set == null) {
      return; // reported as a missing reference
    }
    Field sibling = siblings.get(ApiName.key(controller));
    OptionSet.DependsOn depends = set.dependsOn();
    boolean fits =
        depends != null
            && sibling != null
            && sibling.type() instanceof FieldType.Picklist controlling
            && ApiName.same(controlling.optionset(), depends.set());
    if (!fits) {
      issues.error(
          MetadataError.CONTROLLED_BY,
          path + ".controlledBy",
          "controller",
          controller,
          "optionset",
          set.name());
    } else if (isInCircle(field)) {
      issues.error(
          MetadataError.CONTROLLED_BY_CYCLE, path + ".controlledBy", "controller", controller);
    }
  }

  private boolean isInCircle(Field start) {
    Set<String> seen = new HashSet<>();
    Field field = start;
    while (field != null && seen.add(ApiName.key(field.name()))) {
      field = controllerOf(field);
    }
    return field != null;
  }

  private @Nullable Field controllerOf(Field field) {
    return field.type() instanceof FieldType.Picklist picklist
            && picklist.controlledBy() instanceof String controller
        ? siblings.get(ApiName.key(controller))
        : null;
  }

  private void checkFlags(Field field, String path) {
    boolean neverBlank =
        field.type() instanceof FieldType.Bool || field.type() instanceof FieldType.Formula;
    if (!field.required().isNever() && neverBlank) {
      issues.error(
          MetadataError.REQUIRED_NOT_ALLOWED, path + ".required", "type", field.type().id());
    }
    if (field.unique() && !mayBeUnique(field.type())) {
      issues.error(MetadataError.UNIQUE_NOT_ALLOWED, path + ".unique", "type", field.type().id());
    }
  }

  private static boolean mayBeUnique(FieldType type) {
    return switch (type) {
      case FieldType.LongText _, FieldType.Bool _, FieldType.PolyLookup _, FieldType.Formula _ ->
          false;
      case FieldType.Text _,
          FieldType.Decimal _,
          FieldType.Date _,
          FieldType.DateTime _,
          FieldType.Picklist _,
          FieldType.Lookup _,
          FieldType.MasterDetail _,
          FieldType.User _,
          FieldType.AutoNumber _,
          FieldType.Email _,
          FieldType.Phone _ ->
          true;
    };
  }
}
