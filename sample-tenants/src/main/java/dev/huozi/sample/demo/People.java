package dev.huozi.sample.demo;

import java.util.List;

/// Coins names of people outside the company.
final class People {
  private static final List<String> SURNAMES =
      List.of(
          "王", "李", "张", "刘", "陈", "杨", "黄", "吴", "徐", "朱", "胡", "高", "罗", "郭", "马", "梁", "宋", "唐",
          "潘", "姚", "金", "俞");
  private static final List<String> FIRST =
      List.of("建", "丽", "国", "志", "晓", "文", "雪", "海", "春", "玉", "佳", "永", "红", "秀", "立", "明");
  private static final List<String> SECOND =
      List.of("华", "芳", "强", "敏", "军", "英", "平", "燕", "峰", "琴", "伟", "娟", "良", "珍", "斌", "霞");

  private People() {}

  static String name(Dice dice) {
    return dice.pick(SURNAMES) + (dice.chance(0.2) ? "" : dice.pick(FIRST)) + dice.pick(SECOND);
  }
}
