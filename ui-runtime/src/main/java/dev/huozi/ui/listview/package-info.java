/// Kind `view`: a list of records with its columns, filter and order.
@NullMarked
package dev.huozi.ui.listview;

import org.jspecify.annotations.NullMarked;
