/// Kind `action`: a button on the page of a record, and what it does.
@NullMarked
package dev.huozi.metadata.action;

import org.jspecify.annotations.NullMarked;
