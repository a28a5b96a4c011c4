/// Formulas over objects in the JVM: checked against the fields of an object, with a list of what
/// they read, evaluated over records as they are or as they will be. What a set of records needs of
/// other records is fetched with one statement for each reference, never one for each record.
@NullMarked
package dev.huozi.record.formula;

import org.jspecify.annotations.NullMarked;
