package dev.huozi.metadata.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.metadata.TestModels;
import dev.huozi.platform.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class ModelCheckTest {
  private static List<String> problems(String... pathsAndTexts) {
    ProblemException problem =
        catchThrowableOfType(ProblemException.class, () -> TestModels.snapshot(pathsAndTexts));
    assertThat(problem).as("a problem").isNotNull();
    return TestModels.lines(problem);
  }

  private static List<String> problemsOf(String fields) {
    return problems(
        "objects/store.object.yaml",
        "name: store\nnameField: name\nfields:\n  - {name: name, type: text}\n" + fields.indent(2),
        "optionsets/channel.optionset.yaml",
        "name: channel\nvalues: [{code: MT}, {code: GT}]\n",
        "optionsets/kind.optionset.yaml",
        "name: kind\nvalues: [{code: hyper}]\ndependsOn: {set: channel, map: {MT: [hyper]}}\n");
  }

  @Test
  void dangling_references_are_found() {
    assertThat(
            problemsOf(
                """
                - {name: a, type: lookup, target: acount}
                - {name: b, type: polylookup, targets: [store, nothing]}
                - {name: c, type: masterdetail, target: nobody}
                - {name: d, type: picklist, optionset: chanel}
                """))
        .containsExactly(
            "REFERENCE_MISSING [object store fields.a.target]",
            "REFERENCE_MISSING [object store fields.b.targets.1]",
            "REFERENCE_MISSING [object store fields.c.target]",
            "REFERENCE_MISSING [object store fields.d.optionset]");
  }

  @Test
  void names_labels_and_reserved_words_are_checked() {
    assertThat(
            problemsOf(
                """
                - {name: NAME, type: text}
                - {name: Created_At, type: date}
                - {name: a b, type: text}
                - {name: wide, label: {zh: %s}, type: text}
                """
                    .formatted("长".repeat(201))))
        .containsExactlyInAnyOrder(
            "NAME_DUPLICATE [object store fields.NAME]",
            "NAME_RESERVED [object store fields.Created_At]",
            "NAME_INVALID [object store fields.a b.name]",
            "LABEL_TOO_LONG [object store fields.wide.label.zh]");
  }

  @Test
  void types_know_their_limits() {
    assertThat(
            problemsOf(
                """
                - {name: a, type: number, precision: 39, scale: 2}
                - {name: b, type: currency, precision: 5, scale: 6}
                - {name: c, type: text, maxLength: 0}
                - {name: d, type: autonumber, pattern: "X"}
                - {name: e, type: boolean, required: true}
                - {name: f, type: longtext, unique: true}
                - {name: g, type: polylookup, targets: []}
                """))
        .containsExactly(
            "NUMBER_PRECISION [object store fields.a.precision]",
            "NUMBER_SCALE [object store fields.b.scale]",
            "TEXT_LENGTH [object store fields.c.maxLength]",
            "AUTONUMBER_PATTERN [object store fields.d.pattern]",
            "REQUIRED_NOT_ALLOWED [object store fields.e.required]",
            "UNIQUE_NOT_ALLOWED [object store fields.f.unique]",
            "TARGETS_EMPTY [object store fields.g.targets]");
  }

  @Test
  void defaults_must_fit() {
    assertThat(
            problemsOf(
                """
                - {name: a, type: number, precision: 3, scale: 1, defaultValue: 100}
                - {name: b, type: picklist, optionset: channel, defaultValue: XX}
                - {name: c, type: date, defaultValue: 2026-02-30}
                - {name: d, type: lookup, target: store, defaultValue: x}
                - {name: e, type: user, defaultValue: $Today}
                - {name: f, type: boolean, defaultValue: maybe}
                - {name: good1, type: date, defaultValue: $Today}
                - {name: good2, type: number, precision: 3, scale: 1, defaultValue: 99.9}
                - {name: good3, type: picklist, optionset: channel, defaultValue: GT}
                """))
        .containsExactly(
            "DEFAULT_VALUE [object store fields.a.defaultValue]",
            "DEFAULT_VALUE [object store fields.b.defaultValue]",
            "DEFAULT_VALUE [object store fields.c.defaultValue]",
            "DEFAULT_NOT_ALLOWED [object store fields.d.defaultValue]",
            "DEFAULT_VALUE [object store fields.e.defaultValue]",
            "DEFAULT_VALUE [object store fields.f.defaultValue]");
  }

  @Test
  void dependent_picklists_need_their_controlling_field() {
    assertThat(
            problemsOf(
                """
                - {name: channel, type: picklist, optionset: channel}
                - {name: good, type: picklist, optionset: kind, controlledBy: channel}
                - {name: bad1, type: picklist, optionset: kind, controlledBy: name}
                - {name: bad2, type: picklist, optionset: channel, controlledBy: good}
                """))
        .containsExactly(
            "CONTROLLED_BY [object store fields.bad1.controlledBy]",
            "CONTROLLED_BY [object store fields.bad2.controlledBy]");
  }

  @Test
  void parents_are_one_and_no_circle() {
    assertThat(
            problems(
                "objects/a.object.yaml",
                """
                name: a
                nameField: name
                fields:
                  - {name: name, type: text}
                  - {name: b, type: masterdetail, target: b}
                """,
                "objects/b.object.yaml",
                """
                name: b
                nameField: nam
                fields:
                  - {name: name, type: number}
                  - {name: a, type: masterdetail, target: a}
                  - {name: a2, type: masterdetail, target: a}
                """))
        .containsExactlyInAnyOrder(
            "MASTERDETAIL_CYCLE [object a fields.b]",
            "FIELD_MISSING [object b nameField]",
            "MASTERDETAIL_SEVERAL [object b fields.a2]",
            "MASTERDETAIL_CYCLE [object b fields.a]");
  }

  @Test
  void keys_name_fields_that_a_key_can_hold() {
    assertThat(
            problems(
                "objects/a.object.yaml",
                """
                name: a
                nameField: name
                fields:
                  - {name: name, type: text}
                  - {name: note, type: longtext}
                uniqueKeys: [[name, created_at], []]
                indexes: [[name, created_at], [note], [name, name], [nothing]]
                """))
        .containsExactly(
            "KEY_FIELD [object a uniqueKeys.0]",
            "KEY_COUNT [object a uniqueKeys.1]",
            "KEY_FIELD [object a indexes.1]",
            "ITEM_DUPLICATE [object a indexes.2]",
            "KEY_FIELD [object a indexes.3]");
  }

  @Test
  void option_sets_are_checked() {
    assertThat(
            problems(
                "optionsets/kind.optionset.yaml",
                """
                name: kind
                values:
                  - {code: a, color: pink}
                  - {code: A}
                  - {code: " b"}
                dependsOn: {set: kind, map: {x: [y]}}
                """))
        .containsExactlyInAnyOrder(
            "COLOR_UNKNOWN [optionset kind values.a.color]",
            "ITEM_DUPLICATE [optionset kind values.A]",
            "CODE_INVALID [optionset kind values. b.code]",
            "DEPENDS_ON_ITSELF [optionset kind dependsOn.set]",
            "OPTION_UNKNOWN [optionset kind dependsOn.map.x]",
            "OPTION_UNKNOWN [optionset kind dependsOn.map.x]");
  }

  @Test
  void extensions_clash_with_nothing() {
    assertThat(
            problems(
                "extensions/x.extension.yaml",
                """
                name: x
                object: activity
                fields:
                  - {name: Subject, type: text}
                  - {name: id, type: text}
                  - {name: parent, type: masterdetail, target: user}
                """))
        .containsExactly(
            "NAME_DUPLICATE [extension x fields.Subject]",
            "NAME_RESERVED [extension x fields.id]",
            "EXTENSION_MASTERDETAIL [extension x fields.parent]");
  }

  @Test
  void four_hundred_stored_fields_are_the_limit() {
    StringBuilder fields = new StringBuilder();
    for (int i = 1; i < 400; i++) {
      fields.append("- {name: f").append(i).append(", type: date}\n");
    }
    assertThat(
            TestModels.snapshot(
                    "objects/store.object.yaml",
                    "name: store\nnameField: name\nfields:\n  - {name: name, type: text}\n"
                        + fields.toString().indent(2))
                .object("store"))
        .isNotNull();
    assertThat(problemsOf(fields + "- {name: last, type: date}\n"))
        .containsExactly("FIELDS_TOO_MANY [object store fields]");
  }
}
