package dev.huozi.ui.designer;

import dev.huozi.ui.form.FormField;
import dev.huozi.ui.page.ObjectHead;
import dev.huozi.ui.page.plan.PlanView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the pages of the designer show.
public final class DesignerPages {
  private DesignerPages() {}

  /// The draft, above every page.
  ///
  /// @param count how many components it changes
  public record DraftBar(int count) {}

  /// All objects, and all option sets.
  public record Home(DraftBar bar, List<ObjectRow> objects) {}

  /// One object.
  ///
  /// @param otherLabel its label in the other language
  /// @param state `new`, `changed` or empty
  public record ObjectRow(
      ObjectHead object,
      String otherLabel,
      int fields,
      String pack,
      boolean locked,
      String state,
      String href) {}

  /// The fields of one object.
  ///
  /// @param problems why the last change was refused
  public record Fields(
      DraftBar bar,
      ObjectHead object,
      String otherLabel,
      boolean extensible,
      List<FieldRow> rows,
      String base,
      List<String> problems) {}

  /// One field.
  ///
  /// @param detail what its type holds: the target, the option set, the length
  /// @param uses where it is used
  /// @param usesHref the page of its uses; null while it is only drafted
  public record FieldRow(
      String name,
      String label,
      String otherLabel,
      String icon,
      String type,
      String detail,
      boolean required,
      boolean unique,
      boolean active,
      boolean nameField,
      boolean own,
      List<String> uses,
      @Nullable String usesHref,
      String state,
      String href) {}

  /// The choice of a type for a new field.
  public record Kinds(DraftBar bar, ObjectHead object, String backHref, List<KindCard> kinds) {}

  /// One type to choose.
  public record KindCard(String label, String hint, String icon, String href) {}

  /// The form of a field.
  ///
  /// @param problems what the check of the model says
  /// @param layout label of the layout that a new field may be put into; null when there is none
  /// @param view likewise
  /// @param preview the field as the form of records will show it
  public record FieldForm(
      DraftBar bar,
      ObjectHead object,
      boolean create,
      FieldInput input,
      String kindLabel,
      String kindIcon,
      String action,
      String previewAction,
      String backHref,
      List<Choice> optionSets,
      List<Choice> controllers,
      List<Choice> objects,
      List<Choice> results,
      @Nullable String layout,
      @Nullable String view,
      List<String> problems,
      FormField preview) {}

  /// One option of a select or one box of many.
  public record Choice(String value, String label, boolean selected) {}

  /// The form of an object.
  ///
  /// @param apps menus that a new object may be put into
  public record ObjectForm(
      DraftBar bar,
      boolean create,
      String title,
      String action,
      String backHref,
      String name,
      String labelZh,
      String labelEn,
      String icon,
      List<String> icons,
      boolean numbered,
      String pattern,
      List<Choice> apps,
      @Nullable String usesHref,
      List<String> problems) {}

  /// All option sets.
  public record OptionSets(DraftBar bar, List<OptionSetRow> sets) {}

  /// One option set.
  public record OptionSetRow(
      String label,
      String name,
      int values,
      String dependsOn,
      String pack,
      String state,
      String href) {}

  /// The form of an option set.
  public record OptionSetForm(
      DraftBar bar,
      String title,
      String name,
      String action,
      String backHref,
      String labelZh,
      String labelEn,
      List<OptionRow> rows,
      @Nullable String usesHref,
      List<String> problems) {}

  /// One value.
  ///
  /// @param stored true when it is published: its code stays
  public record OptionRow(
      int index,
      String code,
      String labelZh,
      String labelEn,
      List<Choice> colors,
      boolean active,
      boolean stored) {}

  /// The draft: what it holds, and what publishing it would do.
  ///
  /// @param plan null when there is nothing to publish, or it cannot be published
  /// @param problems why it cannot be published
  public record Review(List<Held> held, @Nullable PlanView plan, List<String> problems) {}

  /// One component of the draft.
  ///
  /// @param state `new`, `changed`, `gone`
  /// @param href where it is edited, or null
  public record Held(
      String kindId, String kind, String label, String name, String state, @Nullable String href) {}

  /// Where something is used, and what its removal would change.
  ///
  /// @param field empty for the component itself
  /// @param plan null when it cannot go yet
  /// @param problems who has to change something first
  public record Uses(
      DraftBar bar,
      String kind,
      String name,
      String field,
      String label,
      List<PlanView.User> uses,
      @Nullable PlanView plan,
      List<String> problems) {}
}
