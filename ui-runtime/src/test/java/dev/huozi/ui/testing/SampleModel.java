package dev.huozi.ui.testing;

import dev.huozi.measure.calendar.CalendarKind;
import dev.huozi.metadata.action.ActionKind;
import dev.huozi.metadata.extension.ExtensionKind;
import dev.huozi.metadata.function.FunctionKind;
import dev.huozi.metadata.model.MetadataKinds;
import dev.huozi.metadata.object.ObjectKind;
import dev.huozi.metadata.optionset.OptionSetKind;
import dev.huozi.metadata.pack.OfflineModel;
import dev.huozi.metadata.pack.PackReader;
import dev.huozi.metadata.pack.SystemPack;
import dev.huozi.metadata.rule.RuleKind;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.ui.app.AppKind;
import dev.huozi.ui.layout.LayoutKind;
import dev.huozi.ui.listview.ListViewKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A small model with a field of every type.
public final class SampleModel {
  public static final MetadataKinds KINDS =
      new MetadataKinds(
          List.of(
              ObjectKind.KIND,
              OptionSetKind.KIND,
              ExtensionKind.KIND,
              RuleKind.KIND,
              CalendarKind.KIND,
              FunctionKind.KIND,
              ActionKind.KIND,
              ListViewKind.KIND,
              LayoutKind.KIND,
              AppKind.KIND));

  private static final String MANIFEST =
      """
      id: sample
      version: 1.0.0
      label: {zh: 样例, en: Sample}
      """;

  private static final String COLOURS =
      """
      name: colours
      label: {zh: 颜色, en: Colours}
      values:
        - {code: RED, label: {zh: 红, en: Red}}
        - {code: OLD, label: {zh: 旧, en: Old}, active: false}
      """;

  private static final String THING =
      """
      name: thing
      label: {zh: 物品, en: Thing}
      description: {zh: 一件物品, en: One thing}
      nameField: name
      fields:
        - {name: name, label: {zh: 名称, en: Name}, type: text, required: true, maxLength: 40, unique: true}
        - {name: number, label: {zh: 编号, en: Number}, type: autonumber, pattern: "T-{000}"}
        - {name: note, label: {zh: 备注, en: Note}, help: {zh: 想写就写, en: Anything}, type: longtext}
        - {name: amount, label: {zh: 数量, en: Amount}, type: number, precision: 6, scale: 3}
        - {name: price, label: {zh: 价格, en: Price}, type: currency, precision: 18, scale: 2}
        - {name: share, label: {zh: 占比, en: Share}, type: percent, scale: 4}
        - {name: good, label: {zh: 好, en: Good}, type: boolean}
        - {name: day, label: {zh: 日期, en: Day}, type: date}
        - {name: moment, label: {zh: 时刻, en: Moment}, type: datetime}
        - {name: colour, label: {zh: 颜色, en: Colour}, type: picklist, optionset: colours}
        - {name: parent, label: {zh: 上级, en: Parent}, type: lookup, target: thing}
        - {name: about, label: {zh: 关于, en: About}, type: polylookup, targets: [thing, user]}
        - {name: owner, label: {zh: 负责人, en: Owner}, type: user}
        - {name: mail, label: {zh: 邮箱, en: Mail}, type: email}
        - {name: phone, label: {zh: 电话, en: Phone}, type: phone}
      """;

  private static final String PART =
      """
      name: 零件
      label: {zh: 零件, en: Part}
      nameField: 名称
      fields:
        - {name: 名称, label: {zh: 名称, en: Name}, type: text, required: true}
        - {name: thing, label: {zh: 物品, en: Thing}, type: masterdetail, target: thing, required: true}
      """;

  private static final String RED_THINGS =
      """
      name: red_things
      label: {zh: 红的, en: Red ones}
      object: thing
      columns: [name, amount]
      filter: colour = "RED"
      sort: [-amount]
      """;

  private SampleModel() {}

  /// The files of the pack.
  public static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pack.yaml", MANIFEST);
    files.put("optionsets/colours.optionset.yaml", COLOURS);
    files.put("objects/thing.object.yaml", THING);
    files.put("objects/零件.object.yaml", PART);
    files.put("views/red_things.view.yaml", RED_THINGS);
    return files;
  }

  public static MetadataSnapshot snapshot() {
    return OfflineModel.snapshot(
        KINDS, List.of(SystemPack.read(KINDS), new PackReader(KINDS).read(files())));
  }
}
