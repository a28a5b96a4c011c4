/// How the stores of the control plane reach Hibernate Reactive: the one hop from plain code to its
/// threads and back.
@NullMarked
package dev.huozi.platform.store;

import org.jspecify.annotations.NullMarked;
