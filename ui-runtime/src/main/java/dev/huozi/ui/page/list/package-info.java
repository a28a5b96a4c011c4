/// List pages: tabs of views, search, filters, a table or cards, paging. Everything a reader
/// chooses is in the address.
@NullMarked
package dev.huozi.ui.page.list;

import org.jspecify.annotations.NullMarked;
