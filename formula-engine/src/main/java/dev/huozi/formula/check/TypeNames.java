package dev.huozi.formula.check;

import dev.huozi.formula.function.Parameter;
import dev.huozi.formula.function.ParameterType;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.platform.value.LocalizedText;

/// What types are called in messages.
public final class TypeNames {
  private static final LocalizedText NUMBER = LocalizedText.of("数字", "number");
  private static final LocalizedText TEXT = LocalizedText.of("文本", "text");
  private static final LocalizedText BOOLEAN = LocalizedText.of("是/否", "yes/no");
  private static final LocalizedText DATE = LocalizedText.of("日期", "date");
  private static final LocalizedText DATETIME = LocalizedText.of("日期时间", "datetime");
  private static final LocalizedText TIME = LocalizedText.of("时间", "time");
  private static final LocalizedText PICKLIST = LocalizedText.of("单选", "picklist");
  private static final LocalizedText MULTIPICKLIST = LocalizedText.of("多选", "multi-picklist");
  private static final LocalizedText GEO = LocalizedText.of("地理位置", "geolocation");
  private static final LocalizedText REFERENCE = LocalizedText.of("关联记录", "reference");
  private static final LocalizedText ANY = LocalizedText.of("任意类型", "anything");
  private static final LocalizedText FIELD = LocalizedText.of("字段", "field");
  private static final LocalizedText NULL = LocalizedText.of("空值", "null");

  private TypeNames() {}

  public static LocalizedText of(FormulaType type) {
    return switch (type) {
      case FormulaType.Simple simple -> simple(simple);
      case FormulaType.Picklist _ -> PICKLIST;
      case FormulaType.MultiPicklist _ -> MULTIPICKLIST;
      case FormulaType.Reference _ -> REFERENCE;
    };
  }

  private static LocalizedText simple(FormulaType.Simple type) {
    return switch (type) {
      case NUMBER -> NUMBER;
      case CURRENCY -> LocalizedText.of("金额", "currency");
      case PERCENT -> LocalizedText.of("百分比", "percent");
      case TEXT -> TEXT;
      case BOOLEAN -> BOOLEAN;
      case DATE -> DATE;
      case DATETIME -> DATETIME;
      case TIME -> TIME;
      case GEO -> GEO;
      case NULL -> NULL;
    };
  }

  static LocalizedText of(ParameterType type) {
    return switch (type) {
      case NUMBER -> NUMBER;
      case TEXT -> TEXT;
      case BOOLEAN -> BOOLEAN;
      case DATE -> DATE;
      case DATETIME -> DATETIME;
      case TIME -> TIME;
      case PICKLIST -> PICKLIST;
      case MULTIPICKLIST -> MULTIPICKLIST;
      case GEO -> GEO;
      case TEXT_LITERAL -> LocalizedText.of("用引号写出的文本", "text in quotes");
      case FIELD -> FIELD;
      case ANY -> ANY;
    };
  }

  static LocalizedText of(Parameter parameter) {
    return of(parameter.type());
  }
}
