/// What happens next: approvals, automations and paths will live here, on Flowable. Empty until the
/// first of them comes.
@NullMarked
package dev.huozi.workflow;

import org.jspecify.annotations.NullMarked;
