package dev.huozi.sample.demo;

import java.util.List;
import java.util.Map;

/// What reps write down.
final class Remarks {
  private static final Map<String, List<String>> SUMMARIES =
      Map.of(
          "routine",
              List.of(
                  "货架饱满，排面保持四排，价签齐全。",
                  "矿泉水只剩半箱，已补录订单。",
                  "冰柜里摆了别家的饮料，已请店主清出。",
                  "店主反映无糖茶走得好，想加两个口味。",
                  "库房偏满，这次先不压货。",
                  "换了新店员，已讲解陈列要求。",
                  "端架位置被竞品占了，下次带海报来谈。"),
          "promotion", List.of("第二瓶半价物料已布置到位，堆头约一平方米。", "试饮台摆了两小时，现场卖出十一箱。", "促销价签没换，已当场更换。"),
          "collection", List.of("上月货款已收齐，对账单签字带回。", "收回部分货款，余款约定下周三付清。", "账目差两箱，回去核对送货单。"),
          "complaint", List.of("顾客投诉瓶盖有异味，已拍照取样带回。", "送货晚了一天，已向店主致歉并协调配送。", "收到两瓶漏液，按流程上报换货。"),
          "joint", List.of("和经理一起与店主谈了冰柜投放，对方愿意。", "经理现场示范了陈列调整，排面多出两排。"));
  private static final List<String> NEXT_STEPS =
      List.of("下次带新品样品。", "跟进冰柜投放申请。", "补送价签和海报。", "核对到货数量。", "约店主谈第四季度陈列。", "复查临期产品是否下架。");
  private static final Map<String, List<String>> AUDIT_NOTES =
      Map.of(
          "suspect", List.of("停留时间偏短，需补充说明。", "小结与上一次完全相同。"),
          "invalid", List.of("电话回访，店主表示当天没有人来。", "当日门店未营业。"));
  private static final List<String> DAMAGE_NOTES =
      List.of("外箱受潮，底层压坏。", "冷藏柜断电后胀瓶。", "店主盘点时发现。", "配送时摔落，已当场签字确认。", "日期靠后排，漏做先进先出。");
  private static final List<String> DEAL_NOTES =
      List.of("客户看重返利政策。", "等对方年度预算批复。", "已送样品，反馈口感不错。", "仓库容量有限，希望分批到货。");

  private Remarks() {}

  static String summary(String type, Dice dice) {
    return dice.pick(of(SUMMARIES, type));
  }

  static String nextStep(Dice dice) {
    return dice.pick(NEXT_STEPS);
  }

  static String auditNote(String verdict, Dice dice) {
    return verdict.equals("valid") ? "" : dice.pick(of(AUDIT_NOTES, verdict));
  }

  static String damageNote(Dice dice) {
    return dice.pick(DAMAGE_NOTES);
  }

  static String dealNote(Dice dice) {
    return dice.pick(DEAL_NOTES);
  }

  private static List<String> of(Map<String, List<String>> texts, String key) {
    List<String> found = texts.get(key);
    if (found == null) {
      throw new IllegalArgumentException("No remarks for (%s).".formatted(key));
    }
    return found;
  }
}
