package dev.huozi.metadata.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class SystemPackTest {
  @Test
  void its_files_are_canonical() {
    Pack pack = SystemPack.read(TestModels.KINDS);
    assertThat(new PackPrinter(TestModels.KINDS).print(pack)).isEqualTo(SystemPack.files());
  }

  @Test
  void it_stands_on_its_own_and_speaks_both_languages() {
    MetadataSnapshot snapshot =
        OfflineModel.snapshot(TestModels.KINDS, List.of(SystemPack.read(TestModels.KINDS)));
    assertThat(snapshot.objects())
        .extracting(ObjectModel::name)
        .containsExactly("activity", "org_unit", "user");
    for (ObjectModel object : snapshot.objects()) {
      for (FieldModel field : object.fields()) {
        assertThat(field.field().label().texts().keySet())
            .as(field.name())
            .containsExactly("zh", "en");
      }
      assertThat(object.definition().label().get(Locale.CHINESE, "")).isNotEmpty();
    }
  }

  @Test
  void a_pack_adds_fields_to_its_objects_by_extension() {
    MetadataSnapshot snapshot =
        TestModels.snapshot(
            "objects/account.object.yaml",
            """
            name: account
            nameField: name
            fields: [{name: name, type: text}]
            """,
            "extensions/activity_of_account.extension.yaml",
            """
            name: activity_of_account
            object: activity
            fields: [{name: account, label: {zh: 客户, en: Account}, type: lookup, target: account}]
            """);
    ObjectModel activity = snapshot.object("ACTIVITY");
    assertThat(activity).isNotNull();
    FieldModel field = activity.field("account");
    assertThat(field).isNotNull();
    assertThat(field.field().type()).isEqualTo(new FieldType.Lookup("account", null));
    assertThat(snapshot.relationsTo("account"))
        .containsExactly(new MetadataSnapshot.Relation(activity, field));
    assertThat(snapshot.packOf(activity.definition())).isEqualTo("system");
  }
}
