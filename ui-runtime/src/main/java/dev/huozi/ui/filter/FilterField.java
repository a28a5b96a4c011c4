package dev.huozi.ui.filter;

import dev.huozi.formula.type.FormulaType;
import org.jspecify.annotations.Nullable;

/// A field that rows may name: of the object, or of a record that one of its lookups leads to.
///
/// @param path `grade` or `dealer.grade`
/// @param parent label of the lookup, or null for an own field
public record FilterField(String path, String label, @Nullable String parent, FormulaType type) {}
