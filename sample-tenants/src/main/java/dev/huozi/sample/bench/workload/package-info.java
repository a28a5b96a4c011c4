/// The workload of a CRM, W1 to W9, on a million clients and a million deals: Huozi beside a server
/// written by hand for exactly these questions, on the same PostgreSQL and the same rows.
@NullMarked
package dev.huozi.sample.bench.workload;

import org.jspecify.annotations.NullMarked;
