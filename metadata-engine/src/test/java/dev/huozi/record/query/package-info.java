@NullMarked
package dev.huozi.record.query;

import org.jspecify.annotations.NullMarked;
