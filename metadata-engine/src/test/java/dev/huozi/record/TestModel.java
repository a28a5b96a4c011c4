package dev.huozi.record;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.Condition;
import dev.huozi.metadata.model.Definition;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.object.ObjectType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.sql.SqlIdentifier;
import dev.huozi.platform.value.LocalizedText;
import dev.huozi.record.query.ReferenceTargets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A small model made by hand, for tests without a database: stores with every type of field, what
/// they refer to and what belongs to them. Tables are `o_1`, `o_2`, …; columns
/// `c_<object><letter>`.
public final class TestModel implements MetadataSnapshot {
  private static final SqlIdentifier SCHEMA = new SqlIdentifier("t_1");

  private final long version;
  private final List<ObjectModel> objects = new ArrayList<>();
  private final List<OptionSet> optionSets;

  private TestModel(long version, List<ObjectType> types, List<OptionSet> optionSets) {
    this.version = version;
    this.optionSets = optionSets;
    for (ObjectType type : types) {
      objects.add(object(objects.size() + 1, type));
    }
  }

  /// The model at a version.
  public static TestModel stores(long version) {
    return new TestModel(
        version,
        List.of(
            type(
                "user",
                field("name", new FieldType.Text(null)),
                field("region", new FieldType.Text(40))),
            type(
                "account",
                field("name", new FieldType.Text(120)),
                field("grade", new FieldType.Picklist("grade", null)),
                unique("code", new FieldType.Text(40)),
                field("parent", new FieldType.Lookup("account", null))),
            store(),
            type(
                "visit",
                field("name", new FieldType.AutoNumber("V-{yyyyMM}-{000}")),
                field("store", new FieldType.MasterDetail("store")),
                field("at", new FieldType.DateTime()))),
        optionSets());
  }

  private static ObjectType store() {
    return type(
        "store",
        required("name", new FieldType.Text(20)),
        field("code", new FieldType.AutoNumber("ST-{00000}")),
        field("channel", new FieldType.Picklist("channel", null)),
        field("kind", new FieldType.Picklist("kind", "channel")),
        field("dealer", new FieldType.Lookup("account", null)),
        field("target", new FieldType.PolyLookup(List.of("account", "store"))),
        withDefault("owner", new FieldType.User(), "$User"),
        field("qty", new FieldType.Number(12, 0)),
        field("price", new FieldType.Currency(18, 2)),
        field("share", new FieldType.Percent(4)),
        field("open", new FieldType.Bool()),
        withDefault("opened", new FieldType.Date(), "$Today"),
        field("seen", new FieldType.DateTime()),
        field("notes", new FieldType.LongText()),
        unique("email", new FieldType.Email()),
        field("phone", new FieldType.Phone()),
        readOnly("score", new FieldType.Number(9, 3), "1.5"));
  }

  private static List<OptionSet> optionSets() {
    return List.of(
        set("channel", null, option("MT", true), option("GT", true), option("OLD", false)),
        set(
            "kind",
            new OptionSet.DependsOn(
                "channel", Map.of("MT", List.of("hyper"), "GT", List.of("mompop"))),
            option("hyper", true),
            option("mompop", true)),
        set("grade", null, option("A", true), option("B", true)));
  }

  private static OptionSet set(
      String name, OptionSet.@Nullable DependsOn dependsOn, OptionSet.Option... options) {
    return new OptionSet(name, label(name), List.of(options), dependsOn, null);
  }

  private static OptionSet.Option option(String code, boolean active) {
    return new OptionSet.Option(code, LocalizedText.of("标签" + code, "Label " + code), null, active);
  }

  private static ObjectType type(String name, Field... fields) {
    return new ObjectType(
        name,
        label(name),
        LocalizedText.EMPTY,
        null,
        "name",
        true,
        List.of(fields),
        List.of(),
        List.of(),
        null);
  }

  private static Field field(String name, FieldType type) {
    return field(name, type, false, false, false, null);
  }

  private static Field required(String name, FieldType type) {
    return field(name, type, true, false, false, null);
  }

  private static Field unique(String name, FieldType type) {
    return field(name, type, false, true, false, null);
  }

  private static Field withDefault(String name, FieldType type, String value) {
    return field(name, type, false, false, false, value);
  }

  private static Field readOnly(String name, FieldType type, String value) {
    return field(name, type, false, false, true, value);
  }

  private static Field field(
      String name,
      FieldType type,
      boolean required,
      boolean unique,
      boolean readOnly,
      @Nullable String defaultValue) {
    return new Field(
        name,
        label(name),
        LocalizedText.EMPTY,
        type,
        Condition.of(required),
        unique,
        Condition.of(readOnly),
        true,
        defaultValue,
        null,
        null,
        null);
  }

  private static LocalizedText label(String name) {
    return LocalizedText.of("「" + name + "」", name.toUpperCase(java.util.Locale.ROOT));
  }

  private static ObjectModel object(int number, ObjectType type) {
    List<FieldModel> fields = new ArrayList<>();
    system(fields, "id", new FieldType.Lookup(type.name(), null));
    system(fields, "created_at", new FieldType.DateTime());
    system(fields, "created_by", new FieldType.User());
    system(fields, "updated_at", new FieldType.DateTime());
    system(fields, "updated_by", new FieldType.User());
    char letter = 'a';
    for (Field field : type.fields()) {
      int columns = field.type() instanceof FieldType.PolyLookup poly ? poly.targets().size() : 1;
      List<SqlIdentifier> names = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        names.add(new SqlIdentifier("c_" + number + letter++));
      }
      fields.add(new FieldModel(fields.size(), field, names, false));
    }
    return new ObjectModel(number, type, SCHEMA, new SqlIdentifier("o_" + number), fields);
  }

  private static void system(List<FieldModel> fields, String name, FieldType type) {
    Field field = field(name, type, false, false, true, null);
    fields.add(new FieldModel(fields.size(), field, List.of(new SqlIdentifier(name)), true));
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public @Nullable ObjectModel object(String name) {
    return objects.stream()
        .filter(object -> object.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  /// The object of that name, which the test knows to exist.
  public ObjectModel known(String name) {
    ObjectModel found = object(name);
    if (found == null) {
      throw new IllegalArgumentException("The test model has no object (%s).".formatted(name));
    }
    return found;
  }

  @Override
  public Collection<ObjectModel> objects() {
    return objects.stream().sorted(Comparator.comparing(ObjectModel::name)).toList();
  }

  @Override
  public @Nullable OptionSet optionSet(String name) {
    return optionSets.stream().filter(set -> set.name().equals(name)).findFirst().orElse(null);
  }

  @Override
  public List<Relation> relationsTo(String object) {
    List<Relation> relations = new ArrayList<>();
    for (ObjectModel from : objects) {
      for (FieldModel field : from.fields()) {
        boolean points =
            ReferenceTargets.of(field, this).stream()
                .anyMatch(target -> target.object().name().equals(object));
        if (points) {
          relations.add(new Relation(from, field));
        }
      }
    }
    return relations;
  }

  @Override
  public String packOf(Definition definition) {
    return "test";
  }

  @Override
  public <D extends Definition> @Nullable D find(MetadataKind<D> kind, String name) {
    return null;
  }

  @Override
  public <D extends Definition> Collection<D> all(MetadataKind<D> kind) {
    return List.of();
  }
}
