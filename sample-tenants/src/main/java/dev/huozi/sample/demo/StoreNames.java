package dev.huozi.sample.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Coins names of shops. No chain in it exists.
final class StoreNames {
  private static final List<String> HYPERMARKETS = List.of("汇沁购物广场", "百稻生活超市", "穗隆仓储超市");
  private static final List<String> SUPERMARKETS = List.of("禾邻优选超市", "四时鲜超市", "惠枝生鲜超市", "乐圃超市");
  private static final List<String> CONVENIENCE = List.of("邻枫便利", "喜稔便利", "云栈便利", "早灯便利");
  private static final List<String> PLACES =
      List.of(
          "翠苑", "映月", "枫林", "桂语", "东篱", "望江", "锦绣", "银杏", "和睦", "文澜", "紫荆", "月桂", "听荷", "临溪", "棠梨",
          "青石", "竹里", "南浦", "春晓", "松风", "兰亭", "桃源", "梧桐", "芳草", "晴川", "碧波");
  private static final List<String> SURNAMES =
      List.of("老周", "老陈", "老沈", "阿芳", "阿珍", "阿强", "小徐", "小林", "老金", "阿芬", "老俞", "小潘", "阿明", "老姚");
  private static final List<String> LUCKY =
      List.of("鑫源", "恒泰", "福满", "聚贤", "百川", "永盛", "兴达", "顺和", "同庆", "宏利", "金禾", "瑞丰", "长顺", "万福");
  private static final List<String> TASTES =
      List.of("湖畔", "渔家", "稻香", "知味", "江南里", "外婆灶", "鱼米", "山里人", "弄堂", "小四川", "满口香", "食为先");
  private static final List<String> SCHOOLS = List.of("明德", "启航", "育英", "求实", "博文", "崇文", "致远");

  private final Set<String> taken = new HashSet<>();

  /// A new name for a shop of that kind on that road; never the same twice.
  String coin(Dice dice, String kind, String city, String district, String road, int number) {
    boolean branch =
        kind.equals("hypermarket") || kind.equals("supermarket") || kind.equals("convenience");
    String base = base(dice, kind, city, district, road);
    List<String> candidates =
        List.of(
            branch ? "%s（%s店）".formatted(base, road) : base,
            "%s（%s%s店）".formatted(base, branch ? district : "", road),
            "%s（%s%d号店）".formatted(base, road, number),
            "%s（%s%s%d号店）".formatted(base, district, road, number));
    for (String candidate : candidates) {
      if (taken.add(candidate)) {
        return candidate;
      }
    }
    return coin(dice, kind, city, district, road, number + 2);
  }

  private static String base(Dice dice, String kind, String city, String district, String road) {
    return switch (kind) {
      case "hypermarket" -> dice.pick(HYPERMARKETS);
      case "supermarket" -> dice.pick(SUPERMARKETS);
      case "convenience" -> dice.pick(CONVENIENCE);
      case "grocery" -> dice.pick(PLACES) + dice.pick(List.of("生鲜超市", "便民超市", "邻里超市", "生活超市"));
      case "mompop" -> dice.pick(SURNAMES) + dice.pick(List.of("副食店", "食杂店", "小卖部", "百货店"));
      case "tobacco" -> dice.pick(LUCKY) + dice.pick(List.of("烟酒店", "名烟名酒"));
      case "wholesale" -> dice.pick(LUCKY) + dice.pick(List.of("饮料批发部", "副食批发部"));
      case "restaurant" -> dice.pick(TASTES) + dice.pick(List.of("土菜馆", "家常菜馆", "酒家", "小馆"));
      case "hotpot" -> dice.pick(TASTES) + dice.pick(List.of("火锅店", "烧烤店", "串串店"));
      case "fast_food" -> dice.pick(SURNAMES) + dice.pick(List.of("面馆", "馄饨店", "快餐店", "粥铺"));
      case "campus" -> city + dice.pick(SCHOOLS) + dice.pick(List.of("中学", "小学", "职校")) + "校园超市";
      case "station" -> district + dice.pick(List.of("客运站商店", "地铁口便利店", "公交枢纽商店"));
      case "fuel" -> road + "加油站便利店";
      case "scenic" -> dice.pick(PLACES) + dice.pick(List.of("公园售卖亭", "湿地公园商店", "古镇茶水铺"));
      default ->
          throw new IllegalArgumentException("No names for stores of kind (%s).".formatted(kind));
    };
  }
}
