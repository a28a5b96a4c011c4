package dev.huozi.ui.page.pack;

import dev.huozi.ui.page.Refusal;
import dev.huozi.ui.page.plan.PlanView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the pages of packs show.
public final class PackPages {
  private PackPages() {}

  /// All packs of the tenant.
  ///
  /// @param problems why the last upload was refused
  public record Home(List<Row> packs, List<Refusal> problems) {}

  /// One installed pack.
  ///
  /// @param by who installed it, and when; empty where nobody knows
  public record Row(
      String id,
      String label,
      String version,
      String description,
      List<Link> requires,
      List<Link> requiredBy,
      int components,
      int localEdits,
      long since,
      String by,
      String href) {}

  /// Another pack.
  ///
  /// @param href null where it is not installed
  public record Link(String label, String detail, @Nullable String href) {}

  /// One pack: what it brought along, and what the tenant changed of it.
  ///
  /// @param locked true for the pack that is part of the program
  public record One(Row pack, boolean locked, List<Group> groups, List<PlanView.Kind> edits) {}

  /// The components of one kind.
  public record Group(String label, String icon, List<Member> members) {}

  public record Member(String label, String name, @Nullable String href, boolean edited) {}

  /// A pack that is about to be installed or upgraded.
  ///
  /// @param zip the pack itself, carried along until it is applied
  /// @param installed the version that is there now; null for none
  /// @param plan null when it cannot be applied
  public record Upgrade(
      String title,
      String zip,
      String label,
      String id,
      @Nullable String installed,
      String version,
      List<Param> params,
      List<Conflict> conflicts,
      Edits edits,
      List<Seed> seeds,
      @Nullable PlanView plan,
      List<Refusal> problems) {}

  /// A value that the tenant may choose.
  ///
  /// @param field name of the input
  /// @param kind `text`, `number`, `boolean`
  /// @param otherwise what holds when nothing is typed
  public record Param(String field, String label, String kind, String value, String otherwise) {}

  /// Records that a pack brings along.
  ///
  /// @param detail how many there are, and how many of them are new
  public record Seed(String object, String file, String detail) {}

  /// What becomes of the tenant's own edits, counted in the result.
  public record Edits(int all, int kept, int givenUp, int lost, List<PlanView.Kind> tree) {}

  /// A property that the pack and the tenant changed differently.
  ///
  /// @param field name of the choice in the form
  public record Conflict(
      String field,
      String kind,
      String component,
      String label,
      List<String> base,
      List<String> theirs,
      List<String> yours,
      boolean takeTheirs) {}

  /// What has been done.
  ///
  /// @param steps in order, all of them done
  /// @param rollbackHref where it can be undone
  public record Done(
      String title,
      String line,
      List<Step> steps,
      String versionHref,
      String rollbackHref,
      @Nullable String packHref,
      long version) {}

  /// One step of an application.
  ///
  /// @param waiting true for what still runs in the background
  public record Step(String label, String detail, boolean waiting) {}

  /// What taking a pack out would do.
  ///
  /// @param edits how many of the tenant's own edits go with it
  /// @param plan null when it cannot go
  /// @param problems who still needs it
  public record Removal(
      String id,
      String href,
      String label,
      String version,
      List<Fate> goes,
      List<Fate> stays,
      int edits,
      @Nullable PlanView plan,
      List<Refusal> problems) {}

  /// What becomes of a component.
  public record Fate(String kind, String label, String name, String detail) {}
}
