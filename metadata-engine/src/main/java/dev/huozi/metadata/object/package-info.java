/// Kind `object`: a business entity with its fields, stored in one typed table.
@NullMarked
package dev.huozi.metadata.object;

import org.jspecify.annotations.NullMarked;
