/// Kind `optionset`: the values of picklists.
@NullMarked
package dev.huozi.metadata.optionset;

import org.jspecify.annotations.NullMarked;
