/// Kind `rule`: what a record must satisfy, what its writer should know, and what is filled in by
/// itself, wherever a record is written.
@NullMarked
package dev.huozi.metadata.rule;

import org.jspecify.annotations.NullMarked;
