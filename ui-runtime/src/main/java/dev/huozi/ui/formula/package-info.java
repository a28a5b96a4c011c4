/// What the editor of formulas asks the server: names, functions, findings, another spelling, a
/// trial on a record. Nothing here reads more than whoever asks may read.
@NullMarked
package dev.huozi.ui.formula;

import org.jspecify.annotations.NullMarked;
