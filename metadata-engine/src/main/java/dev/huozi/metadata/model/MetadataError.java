package dev.huozi.metadata.model;

import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.ErrorCode;

/// What can be wrong with definitions, packs and changes of a model.
public enum MetadataError implements ErrorCode {
  /// The wished model is not complete or not possible; see the issues.
  METADATA_INVALID(Category.USER),
  /// The tenant has moved on since the plan was made.
  METADATA_STALE(Category.CONFLICT),
  /// The plan that was approved is no longer what would happen.
  METADATA_PLAN_CHANGED(Category.CONFLICT),
  /// Stored values would be lost, and nobody agreed to that; see the issues.
  METADATA_DESTRUCTIVE(Category.USER),
  /// There is no such version of the tenant's metadata.
  METADATA_VERSION_UNKNOWN(Category.NOT_FOUND),
  /// Only administrators publish.
  METADATA_FORBIDDEN(Category.FORBIDDEN),
  /// There is no such component.
  METADATA_NOT_FOUND(Category.NOT_FOUND),

  // Text files
  YAML_SYNTAX(Category.USER),
  YAML_INDENTATION(Category.USER),
  YAML_COLON(Category.USER),
  YAML_NO_COLON(Category.USER),
  YAML_TAB(Category.USER),
  YAML_CHARACTER(Category.USER),
  YAML_AFTER_VALUE(Category.USER),
  YAML_QUOTE_OPEN(Category.USER),
  YAML_BRACKET_OPEN(Category.USER),
  YAML_NOT_TEXT(Category.USER),
  YAML_TOO_LARGE(Category.USER),
  YAML_TOO_DEEP(Category.USER),
  YAML_TAG(Category.USER),
  YAML_ANCHOR(Category.USER),
  YAML_DUPLICATE_KEY(Category.USER),
  YAML_KEY_NOT_TEXT(Category.USER),
  YAML_SEVERAL_DOCUMENTS(Category.USER),
  YAML_EMPTY(Category.USER),

  // Keys and values of a definition
  KEY_UNKNOWN(Category.USER),
  KEY_MISSING(Category.USER),
  VALUE_TYPE(Category.USER),
  VALUE_CHOICE(Category.USER),
  LANGUAGE_UNKNOWN(Category.USER),
  FIELD_TYPE_UNKNOWN(Category.USER),

  // Names and texts
  NAME_INVALID(Category.USER),
  NAME_TOO_LONG(Category.USER),
  NAME_NOT_NORMAL(Category.USER),
  NAME_DUPLICATE(Category.USER),
  NAME_RESERVED(Category.USER),
  LABEL_TOO_LONG(Category.USER),
  LABEL_INVALID(Category.USER),
  TEXT_TOO_LONG(Category.USER),

  // References
  REFERENCE_MISSING(Category.USER),
  FIELD_MISSING(Category.USER),
  FIELD_NOT_REFERENCE(Category.USER),
  FIELD_PATH_TOO_DEEP(Category.USER),
  ITEM_DUPLICATE(Category.USER),
  COMPONENT_IN_USE(Category.USER),

  // Objects and fields
  NAME_FIELD_TYPE(Category.USER),
  FIELDS_TOO_MANY(Category.USER),
  MASTERDETAIL_SEVERAL(Category.USER),
  MASTERDETAIL_CYCLE(Category.USER),
  NUMBER_PRECISION(Category.USER),
  NUMBER_SCALE(Category.USER),
  TEXT_LENGTH(Category.USER),
  AUTONUMBER_PATTERN(Category.USER),
  FORMULA_RESULT(Category.USER),
  FORMULA_TWIN(Category.USER),
  FORMULA_STORED_VOLATILE(Category.USER),
  FORMULA_STORED_NOT_SQL(Category.USER),
  TARGETS_EMPTY(Category.USER),
  CONTROLLED_BY(Category.USER),
  CONTROLLED_BY_CYCLE(Category.USER),
  DEFAULT_VALUE(Category.USER),
  DEFAULT_NOT_ALLOWED(Category.USER),
  UNIQUE_NOT_ALLOWED(Category.USER),
  FILTER_NOT_ALLOWED(Category.USER),
  REQUIRED_NOT_ALLOWED(Category.USER),
  KEY_FIELD(Category.USER),
  KEY_COUNT(Category.USER),
  ICON_INVALID(Category.USER),
  EXTENSION_MASTERDETAIL(Category.USER),
  OBJECT_LOCKED(Category.USER),
  SYSTEM_LOCKED(Category.USER),
  SYSTEM_REQUIRED(Category.USER),

  // Formulas and rules
  FORMULA_NO_CODE(Category.USER),
  DEFAULT_TWICE(Category.USER),
  RULE_WHEN_MISSING(Category.USER),
  RULE_MESSAGE_MISSING(Category.USER),
  RULE_SETS_MISSING(Category.USER),
  RULE_SETS_LEVEL(Category.USER),
  RULE_SETS_FIELD(Category.USER),
  VALUE_CYCLE(Category.USER),
  RULE_ALWAYS(Category.USER),
  RULE_NEVER(Category.USER),

  // Option sets
  CODE_INVALID(Category.USER),
  OPTIONS_COUNT(Category.USER),
  DEPENDS_ON_ITSELF(Category.USER),
  OPTION_UNKNOWN(Category.USER),
  COLOR_UNKNOWN(Category.USER),
  OPTION_REMOVED(Category.USER),

  // Changes of what exists
  FIELD_TYPE_CHANGE(Category.USER),
  VALUES_MISFIT(Category.USER),
  REQUIRED_NEEDS_DEFAULT(Category.USER),
  REQUIRED_HAS_BLANKS(Category.USER),
  UNIQUE_HAS_DUPLICATES(Category.USER),
  RECORDS_LOST(Category.USER),
  VALUES_LOST(Category.USER),
  RENAME_SOURCE(Category.USER),
  CHANGE_DUPLICATE(Category.USER),

  // Packs
  PACK_MANIFEST_MISSING(Category.USER),
  PACK_FILE_UNKNOWN(Category.USER),
  PACK_FILE_NAME(Category.USER),
  PACK_TOO_LARGE(Category.USER),
  PACK_PATH(Category.USER),
  PACK_VERSION(Category.USER),
  PACK_RANGE(Category.USER),
  PACK_REQUIRES_MISSING(Category.USER),
  PACK_REQUIRES_VERSION(Category.USER),
  PACK_REQUIRES_ITSELF(Category.USER),
  PACK_DOWNGRADE(Category.USER),
  PACK_FOREIGN_COMPONENT(Category.USER),
  PACK_RESERVED(Category.USER),
  PACK_CYCLE(Category.USER),
  PACK_REQUIRED(Category.USER),
  PACK_IN_USE(Category.USER),
  PACK_COMMENT(Category.USER),
  PACK_NOT_CANONICAL(Category.USER),
  PACK_NEEDED(Category.USER),
  PARAM_UNKNOWN(Category.USER),
  PARAM_VALUE(Category.USER),
  TRANSLATION_TARGET(Category.USER),
  SCENARIO_STEP(Category.USER),
  SCENARIO_NAME(Category.USER),

  // Seed data
  SEED_SYNTAX(Category.USER),
  SEED_EMPTY(Category.USER),
  SEED_TOO_LONG(Category.USER),
  SEED_COLUMNS(Category.USER),
  SEED_KEY(Category.USER),
  SEED_KEY_FIELD(Category.USER),
  SEED_OBJECT(Category.USER),
  SEED_REFERENCE(Category.USER),
  SEED_VALUE(Category.USER),
  SEED_REQUIRED(Category.USER),
  SEED_REFUSED(Category.USER),

  // Views, layouts, apps
  VIEW_COLUMNS_EMPTY(Category.USER),
  SECTION_COLUMNS(Category.USER),
  RELATED_FIELD(Category.USER),
  APP_MOBILE_COUNT(Category.USER),
  APP_VIEW_OBJECT(Category.USER),
  /// A sandbox has no sandboxes.
  SANDBOX_NESTED(Category.CONFLICT);

  private final Category category;

  MetadataError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
