/// Scripts: JavaScript of tenants, run in child processes that are killed at their deadline.
/// [Scripts] is the way in. The server itself never loads GraalVM: only `child` uses it.
@NullMarked
package dev.huozi.formula.script;

import org.jspecify.annotations.NullMarked;
