package dev.huozi.metadata.change;

import dev.huozi.metadata.extension.Extension;
import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Component;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.model.MetadataRef;
import dev.huozi.metadata.model.Model;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the published model.
@Singleton
final class DefaultWhereUsed implements WhereUsed {
  private final DefaultMetadataPublisher publisher;
  private final MetadataKinds kinds;

  DefaultWhereUsed(DefaultMetadataPublisher publisher, MetadataKinds kinds) {
    this.publisher = publisher;
    this.kinds = kinds;
  }

  @Override
  public List<Use> of(RequestContext context, MetadataRef used, @Nullable String field) {
    Model model = publisher.catalogue(context).model();
    requireExists(model, used, field);
    return UseIndex.of(kinds, model).of(used, field).stream().map(UseIndex.Found::use).toList();
  }

  @Override
  public ChangeList removalWithFixes(
      RequestContext context, MetadataRef used, @Nullable String field) {
    Model model = publisher.catalogue(context).model();
    requireExists(model, used, field);
    return Removal.of(kinds, model, used, field);
  }

  private static void requireExists(Model model, MetadataRef ref, @Nullable String field) {
    Component component = model.component(ref);
    if (component == null) {
      throw missing(ref.kind(), ref.name());
    }
    if (field != null && !hasField(component, field)) {
      throw missing("field", field);
    }
  }

  private static boolean hasField(Component component, String name) {
    List<Field> fields =
        switch (component.definition()) {
          case ObjectType object -> object.fields();
          case Extension extension -> extension.fields();
          default -> List.of();
        };
    return fields.stream().anyMatch(field -> ApiName.same(field.name(), name));
  }

  private static ProblemException missing(String kind, String name) {
    return new ProblemException(MetadataError.METADATA_NOT_FOUND, "kind", kind, "name", name);
  }
}
