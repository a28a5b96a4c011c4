package dev.huozi.metadata;

import dev.huozi.measure.calendar.CalendarKind;
import dev.huozi.metadata.action.ActionKind;
import dev.huozi.metadata.extension.ExtensionKind;
import dev.huozi.metadata.function.FunctionKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.optionset.OptionSetKind;
import dev.huozi.metadata.pack.OfflineModel;
import dev.huozi.metadata.pack.Pack;
import dev.huozi.metadata.pack.PackReader;
import dev.huozi.metadata.pack.SystemPack;
import dev.huozi.metadata.rule.RuleKind;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Models made from pack files, without a database: for pure tests.
public final class TestModels {
  /// The kinds of this module.
  public static final MetadataKinds KINDS =
      new MetadataKinds(
          List.of(
              ObjectKind.KIND,
              OptionSetKind.KIND,
              ExtensionKind.KIND,
              RuleKind.KIND,
              CalendarKind.KIND,
              FunctionKind.KIND,
              ActionKind.KIND));

  public static final String MANIFEST =
      """
      id: sample
      version: 1.0.0
      label: {zh: 样例, en: Sample}
      """;

  private TestModels() {}

  /// The files of a pack `sample`: texts are `path`, `content`, `path`, `content`, …
  public static Map<String, String> files(String... pathsAndTexts) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pack.yaml", MANIFEST);
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return files;
  }

  public static Pack pack(String... pathsAndTexts) {
    return new PackReader(KINDS).read(files(pathsAndTexts));
  }

  /// The compiled snapshot of the system pack and a pack of these files. Schema `t_0`, version 1.
  public static MetadataSnapshot snapshot(String... pathsAndTexts) {
    return OfflineModel.snapshot(KINDS, List.of(SystemPack.read(KINDS), pack(pathsAndTexts)));
  }

  /// The issues of a problem, one a line: code, subject, place.
  public static List<String> lines(ProblemException problem) {
    return problem.issues().stream().map(TestModels::line).toList();
  }

  private static String line(Issue issue) {
    return issue.code().name()
        + (issue.subject() == null ? "" : " [" + issue.subject() + "]")
        + (issue.location() == null ? "" : " " + issue.location());
  }
}
