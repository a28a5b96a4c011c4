/// The one JSON mapper: exact numbers, ISO dates, strict input.
@NullMarked
package dev.huozi.platform.json;

import org.jspecify.annotations.NullMarked;
