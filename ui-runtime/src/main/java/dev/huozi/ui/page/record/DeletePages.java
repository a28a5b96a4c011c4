package dev.huozi.ui.page.record;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.record.ListQuery;
import dev.huozi.record.RecordPage;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordView;
import dev.huozi.ui.icon.Icons;
import dev.huozi.ui.page.Addresses;
import dev.huozi.ui.page.ObjectHead;
import dev.huozi.ui.page.PageContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes the question before a deletion: counts what points at the record.
@Singleton
public class DeletePages {
  private final RecordService records;
  private final Icons icons;

  public DeletePages(RecordService records, Icons icons) {
    this.records = records;
    this.icons = icons;
  }

  public DeletePage page(PageContext page, ObjectModel object, UUID id, @Nullable String problem) {
    RecordView record =
        records.get(page.request(), object.name(), id, List.of(object.nameField().name()));
    String here = Addresses.record(object.name(), id);
    List<DeletePage.Consequence> consequences = new ArrayList<>();
    for (MetadataSnapshot.Relation relation : page.snapshot().relationsTo(object.name())) {
      DeletePage.Consequence consequence = consequence(page, relation, id);
      if (consequence != null) {
        consequences.add(consequence);
      }
    }
    return new DeletePage(
        ObjectHead.of(page, object, icons),
        RecordSheets.title(page, object, record),
        here + "/delete",
        record.version(),
        here,
        consequences,
        problem);
  }

  private DeletePage.@Nullable Consequence consequence(
      PageContext page, MetadataSnapshot.Relation relation, UUID id) {
    DeletePage.Fate fate = fate(relation.field().field().type());
    if (fate == null || relation.field().system()) {
      return null;
    }
    String name = relation.object().name();
    ListQuery query =
        new ListQuery(
            name,
            List.of(relation.object().nameField().name()),
            List.of(RelatedLists.pointsAt(relation.field(), id)),
            null,
            List.of(),
            1,
            null,
            true);
    RecordPage found = records.list(page.request(), query);
    Long total = found.total();
    if (total == null || total == 0) {
      return null;
    }
    String key = "delete_" + fate.name().toLowerCase(java.util.Locale.ROOT);
    String count = page.formats().count(total, found.totalCapped());
    return new DeletePage.Consequence(
        fate, page.words().get(key, page.label(relation.object()), count));
  }

  /// What a deletion does to a reference of that type; null for a type that is none.
  static DeletePage.@Nullable Fate fate(FieldType type) {
    return switch (type) {
      case FieldType.MasterDetail _ -> DeletePage.Fate.DELETED;
      case FieldType.Lookup lookup ->
          lookup.onDelete() == FieldType.OnDelete.clear
              ? DeletePage.Fate.EMPTIED
              : DeletePage.Fate.FORBIDS;
      case FieldType.PolyLookup _, FieldType.User _ -> DeletePage.Fate.FORBIDS;
      case FieldType.Plain _ -> null;
    };
  }
}
