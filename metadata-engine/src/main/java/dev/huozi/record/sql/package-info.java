/// Plans as SQL text and rows as records. The only maker of statements that read or write records;
/// pure.
@NullMarked
package dev.huozi.record.sql;

import org.jspecify.annotations.NullMarked;
