/// What every request passes before it is routed: its id, the check of its raw path and size, and
/// the headers that tell a browser what it may do with the answer.
@NullMarked
package dev.huozi.ui.http;

import org.jspecify.annotations.NullMarked;
