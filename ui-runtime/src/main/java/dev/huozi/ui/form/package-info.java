/// Forms: what a layout, the types of its fields and the values of a record make together; and
/// back, from what was typed to the values of a `RecordCommand`. All checks are the record
/// service's; here only texts become values.
@NullMarked
package dev.huozi.ui.form;

import org.jspecify.annotations.NullMarked;
