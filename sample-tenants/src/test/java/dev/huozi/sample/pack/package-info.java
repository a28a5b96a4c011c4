/// What must be right with the packs of the samples, checked at the desk.
@NullMarked
package dev.huozi.sample.pack;

import org.jspecify.annotations.NullMarked;
