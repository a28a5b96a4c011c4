package dev.huozi.platform.tenant;

/// The orders of names that a tenant may choose for its lists. An enum, because a collation stands
/// in SQL text.
public enum SortCollation {
  /// Pinyin order for Chinese.
  ZH("zh-x-icu"),
  /// The order of the Unicode root collation.
  UND("und-x-icu");

  private final String collation;

  SortCollation(String collation) {
    this.collation = collation;
  }

  /// PostgreSQL's name of the collation.
  public String collation() {
    return collation;
  }
}
