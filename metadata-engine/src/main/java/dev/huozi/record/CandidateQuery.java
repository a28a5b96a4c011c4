package dev.huozi.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which records may a reference of a record point at, as that record is being typed?
///
/// @param object API name of the object that has the reference
/// @param field API name of the reference
/// @param id the record that is being changed; null for a new one
/// @param values what was typed so far, in the shapes of a write; what is no value yet counts as
///   blank
/// @param offered which of them are wanted: fields, search, order and how many, of the object that
///   the reference points at
public record CandidateQuery(
    String object, String field, @Nullable UUID id, ObjectNode values, ListQuery offered) {}
