/// `huozi formula …`: runs case files and single formulas without a server.
@NullMarked
package dev.huozi.formula.command;

import org.jspecify.annotations.NullMarked;
