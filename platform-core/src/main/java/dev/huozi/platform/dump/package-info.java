/// A tenant as a stream of tables: from a living tenant or from a file, into a file or into a new
/// tenant. Knows tables and rows, not what they mean.
@NullMarked
package dev.huozi.platform.dump;

import org.jspecify.annotations.NullMarked;
