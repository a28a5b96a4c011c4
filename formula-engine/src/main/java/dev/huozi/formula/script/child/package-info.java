/// The program that child processes run: scripts, and nothing else. It uses GraalJS and the JDK
/// only, because nothing else is on its class path; no class here is ever loaded by the server but
/// [Wire].
@NullMarked
package dev.huozi.formula.script.child;

import org.jspecify.annotations.NullMarked;
