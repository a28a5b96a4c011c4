package dev.huozi.record.sql;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.tenant.Tenant;
import java.time.Instant;
import java.util.UUID;

/// What every write notes: which object under which version of the model, who and when.
///
/// @param version the snapshot's version
/// @param by the record of the person in the object `user`
public record WriteMark(Tenant tenant, ObjectModel object, long version, UUID by, Instant at) {}
