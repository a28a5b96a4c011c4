/// The pages of people: what surrounds them (`Shell`), their words and formats, and one package for
/// each kind of page. A resource reads the address, asks one service, makes a view model (a record)
/// and has a template render it.
@NullMarked
package dev.huozi.ui.page;

import org.jspecify.annotations.NullMarked;
