package dev.huozi.record;

/// The pack of the database tests: stores with a field of every type, dealers, visits with their
/// lines, notes that let go of their store.
public final class StoreFiles {
  private StoreFiles() {}

  /// `path`, `text`, `path`, `text`, …
  public static String[] all() {
    return new String[] {
      "optionsets/channel.optionset.yaml", CHANNEL,
      "optionsets/kind.optionset.yaml", KIND,
      "objects/dealer.object.yaml", DEALER,
      "objects/store.object.yaml", STORE,
      "objects/visit.object.yaml", VISIT,
      "objects/line.object.yaml", LINE,
      "objects/memo.object.yaml", MEMO
    };
  }

  private static final String CHANNEL =
      """
      name: channel
      label: {zh: 渠道, en: Channel}
      values:
        - {code: MT, label: {zh: 现代渠道, en: Modern trade}}
        - {code: GT, label: {zh: 传统渠道, en: General trade}}
      """;

  private static final String KIND =
      """
      name: kind
      label: {zh: 业态, en: Kind}
      values:
        - {code: hyper, label: {zh: 大卖场, en: Hypermarket}}
        - {code: mompop, label: {zh: 夫妻店, en: Mom and pop}}
      dependsOn: {set: channel, map: {MT: [hyper], GT: [mompop]}}
      """;

  private static final String DEALER =
      """
      name: dealer
      label: {zh: 经销商, en: Dealer}
      nameField: name
      fields:
        - {name: name, label: {zh: 名称, en: Name}, type: text, required: true}
        - {name: code, label: {zh: 编码, en: Code}, type: text, maxLength: 40, unique: true}
        - {name: grade, label: {zh: 等级, en: Grade}, type: number, precision: 3, scale: 0}
        - {name: parent, label: {zh: 上级, en: Parent}, type: lookup, target: dealer}
      """;

  private static final String STORE =
      """
      name: store
      label: {zh: 门店, en: Store}
      nameField: name
      fields:
        - {name: name, label: {zh: 名称, en: Name}, type: text, required: true, maxLength: 400}
        - {name: notes, label: {zh: 备注, en: Notes}, type: longtext}
        - {name: qty, label: {zh: 数量, en: Quantity}, type: number, precision: 12, scale: 3}
        - {name: price, label: {zh: 价格, en: Price}, type: currency, precision: 18, scale: 2}
        - {name: share, label: {zh: 占比, en: Share}, type: percent, scale: 4}
        - {name: open, label: {zh: 营业, en: Open}, type: boolean}
        - {name: opened, label: {zh: 开业, en: Opened}, type: date}
        - {name: seen, label: {zh: 拜访, en: Seen}, type: datetime}
        - {name: channel, label: {zh: 渠道, en: Channel}, type: picklist, optionset: channel}
        - {name: kind, label: {zh: 业态, en: Kind}, type: picklist, optionset: kind, controlledBy: channel}
        - {name: dealer, label: {zh: 经销商, en: Dealer}, type: lookup, target: dealer}
        - {name: target, label: {zh: 目标, en: Target}, type: polylookup, targets: [dealer, store]}
        - {name: owner, label: {zh: 负责人, en: Owner}, type: user, defaultValue: $User}
        - {name: code, label: {zh: 编号, en: Code}, type: autonumber, pattern: "ST-{00000}", unique: true}
        - {name: email, label: {zh: 邮箱, en: Mail}, type: email, unique: true}
        - {name: phone, label: {zh: 电话, en: Phone}, type: phone}
      uniqueKeys: [[dealer, phone]]
      indexes: [[owner, seen], [owner, name], [seen]]
      """;

  private static final String VISIT =
      """
      name: visit
      label: {zh: 拜访, en: Visit}
      nameField: number
      fields:
        - {name: number, label: {zh: 编号, en: Number}, type: autonumber, pattern: "V-{yyyyMMdd}-{000}"}
        - {name: store, label: {zh: 门店, en: Store}, type: masterdetail, target: store}
        - {name: at, label: {zh: 时间, en: At}, type: datetime}
      """;

  private static final String LINE =
      """
      name: line
      label: {zh: 明细, en: Line}
      nameField: product
      fields:
        - {name: product, label: {zh: 产品, en: Product}, type: text}
        - {name: visit, label: {zh: 拜访, en: Visit}, type: masterdetail, target: visit}
        - {name: previous, label: {zh: 上一条, en: Previous}, type: lookup, target: line}
      """;

  private static final String MEMO =
      """
      name: memo
      label: {zh: 便条, en: Memo}
      nameField: text
      fields:
        - {name: text, label: {zh: 内容, en: Text}, type: text}
        - {name: store, label: {zh: 门店, en: Store}, type: lookup, target: store, onDelete: clear}
      """;
}
