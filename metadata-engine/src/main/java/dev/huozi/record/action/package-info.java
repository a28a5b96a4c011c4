/// Runs the actions of records: reads, calls functions outside any transaction, writes through the
/// pipeline like any other door.
@NullMarked
package dev.huozi.record.action;

import org.jspecify.annotations.NullMarked;
