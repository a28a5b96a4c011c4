package dev.huozi.metadata.pack;

/// Which state of a pack is exported.
public enum ExportSide {
  /// As the tenant has it, with its own edits.
  AS_IS,
  /// As it was installed.
  AS_INSTALLED
}
