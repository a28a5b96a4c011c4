@NullMarked
package dev.huozi.record.write;

import org.jspecify.annotations.NullMarked;
