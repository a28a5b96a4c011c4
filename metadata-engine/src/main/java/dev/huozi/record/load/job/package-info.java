/// Imports as jobs: kept in the tenant's schema, carried on by any node, undone as a batch.
@NullMarked
package dev.huozi.record.load.job;

import org.jspecify.annotations.NullMarked;
