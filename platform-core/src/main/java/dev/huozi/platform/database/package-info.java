/// The two doors to PostgreSQL: `Transaction` (writes, JDBC) and `ReadSession` (pages and lists,
/// Vert.x client). The only package that knows a driver.
@NullMarked
package dev.huozi.platform.database;

import org.jspecify.annotations.NullMarked;
