/// Files into records: what a file says, where it goes, and the job that carries it there.
@NullMarked
package dev.huozi.record.load;

import org.jspecify.annotations.NullMarked;
