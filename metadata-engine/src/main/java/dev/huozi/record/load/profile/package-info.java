/// From the columns of a file to the fields of objects.
@NullMarked
package dev.huozi.record.load.profile;

import org.jspecify.annotations.NullMarked;
