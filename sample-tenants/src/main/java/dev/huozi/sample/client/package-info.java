/// A client of the public HTTP API, as any other program would write it.
@NullMarked
package dev.huozi.sample.client;

import org.jspecify.annotations.NullMarked;
