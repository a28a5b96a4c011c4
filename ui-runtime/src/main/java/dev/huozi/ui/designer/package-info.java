/// The designer: what an administrator changes is collected in a draft, shown as a list of changes
/// with its SQL, and published as one version. Nothing is checked here: `MetadataPublisher` says
/// what is wrong.
@NullMarked
package dev.huozi.ui.designer;

import org.jspecify.annotations.NullMarked;
