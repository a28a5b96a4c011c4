package dev.huozi.metadata.object;

import dev.huozi.metadata.field.Field;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.Condition;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// The fields that every object has without defining them.
public final class SystemFields {
  public static final String ID = "id";
  public static final String VERSION = "version";
  public static final String CREATED_AT = "created_at";
  public static final String CREATED_BY = "created_by";
  public static final String UPDATED_AT = "updated_at";
  public static final String UPDATED_BY = "updated_by";

  /// Names that no defined field may have.
  public static final List<String> RESERVED =
      List.of(ID, VERSION, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY);

  private SystemFields() {}

  public static boolean isReserved(String name) {
    return RESERVED.contains(ApiName.key(name));
  }

  /// `id` (a reference to the record itself), `created_at`, `created_by`, `updated_at`,
  /// `updated_by`, in this order. Each stands in a column of its own name.
  public static List<Field> of(String object) {
    return List.of(
        field(ID, "记录ID", "Record ID", new FieldType.Lookup(object, null)),
        field(CREATED_AT, "创建时间", "Created at", new FieldType.DateTime()),
        field(CREATED_BY, "创建人", "Created by", new FieldType.User()),
        field(UPDATED_AT, "更新时间", "Updated at", new FieldType.DateTime()),
        field(UPDATED_BY, "更新人", "Updated by", new FieldType.User()));
  }

  private static Field field(String name, String zh, String en, FieldType type) {
    return new Field(
        name,
        LocalizedText.of(zh, en),
        LocalizedText.EMPTY,
        type,
        Condition.NEVER,
        false,
        Condition.ALWAYS,
        true,
        null,
        null,
        null,
        null);
  }
}
