/// From a question in names to a plan in resolved columns. Pure: no database, no clock, no CDI.
///
/// `QueryAnalyzer` is the only maker of a `QueryPlan`, and `record.sql` renders nothing else, so
/// that no read can miss the checks of names, limits and access.
@NullMarked
package dev.huozi.record.query;

import org.jspecify.annotations.NullMarked;
