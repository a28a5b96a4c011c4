/// Filters as rows that people fill in: field, operator, value, in groups. They print and read the
/// text that every filter is; what has no such shape stays text. Pure.
@NullMarked
package dev.huozi.ui.filter;

import org.jspecify.annotations.NullMarked;
