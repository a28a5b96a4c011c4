@NullMarked
package dev.huozi.platform.database;

import org.jspecify.annotations.NullMarked;
