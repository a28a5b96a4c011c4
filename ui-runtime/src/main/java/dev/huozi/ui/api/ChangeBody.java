package dev.huozi.ui.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.binding.DefinitionReader;
import dev.huozi.metadata.binding.SourceTree;
import dev.huozi.metadata.change.ChangeList;
import dev.huozi.metadata.change.MetadataChange;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.ui.error.UiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A change list as it is sent.
///
/// @param reason free text for the list of versions
/// @param baseVersion the version that the plan was made against; only for publishing
/// @param digest of the plan that was seen; when it is given, nothing else is published
/// @param destroy whether the losses that the plan names are accepted
public record ChangeBody(
    @Nullable List<@Nullable Change> changes,
    @Nullable String reason,
    @Nullable Long baseVersion,
    @Nullable String digest,
    @Nullable Boolean destroy) {

  /// One wish: exactly one of the two.
  public record Change(@Nullable Put put, @Nullable Remove remove) {}

  /// A component as it shall be.
  public record Put(@Nullable String kind, @Nullable ObjectNode body) {}

  /// A component that shall go.
  public record Remove(@Nullable String kind, @Nullable String name) {}

  /// The change list, or one problem with everything that cannot be read.
  ChangeList read(MetadataKinds kinds) {
    Issues issues = new Issues();
    List<MetadataChange> read = new ArrayList<>();
    List<@Nullable Change> given = Bodies.required(changes, "changes");
    for (int i = 0; i < given.size(); i++) {
      MetadataChange change = read(given.get(i), "changes." + i, kinds, issues);
      if (change != null) {
        read.add(change);
      }
    }
    issues.throwIfErrors(MetadataError.METADATA_INVALID);
    return new ChangeList(read, Objects.requireNonNullElse(reason, ""));
  }

  private static @Nullable MetadataChange read(
      @Nullable Change change, String place, MetadataKinds kinds, Issues issues) {
    if (change == null || (change.put() == null) == (change.remove() == null)) {
      issues.error(UiError.CHANGE_SHAPE, place);
      return null;
    }
    return change.put() != null
        ? put(change.put(), place, kinds, issues)
        : remove(Objects.requireNonNull(change.remove()), kinds);
  }

  private static @Nullable MetadataChange put(
      Put put, String place, MetadataKinds kinds, Issues issues) {
    MetadataKind<?> kind = kind(kinds, put.kind());
    ObjectNode body = Bodies.required(put.body(), "body");
    Issues found = new Issues();
    Definition definition = DefinitionReader.read(SourceTree.of(body), kind.type(), found);
    for (Issue issue : found.list()) {
      String path =
          issue.subject() == null || issue.subject().isEmpty() ? "" : "." + issue.subject();
      issues.add(
          new Issue(
              issue.code(),
              issue.severity(),
              place + ".put.body" + path,
              issue.location(),
              issue.parameters()));
    }
    return definition == null ? null : new MetadataChange.Put(kind.id(), definition);
  }

  private static MetadataChange remove(Remove remove, MetadataKinds kinds) {
    MetadataKind<?> kind = kind(kinds, remove.kind());
    return new MetadataChange.Remove(
        new MetadataRef(kind.id(), Bodies.required(remove.name(), "name")));
  }

  /// The kind of that word; a problem when there is none.
  static MetadataKind<?> kind(MetadataKinds kinds, @Nullable String word) {
    String given = Bodies.required(word, "kind");
    MetadataKind<?> kind = kinds.find(given);
    if (kind == null) {
      throw new ProblemException(UiError.KIND_NOT_FOUND, "kind", given);
    }
    return kind;
  }
}
