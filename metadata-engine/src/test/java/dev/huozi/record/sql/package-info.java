@NullMarked
package dev.huozi.record.sql;

import org.jspecify.annotations.NullMarked;
