package dev.huozi.sample.demo;

import java.util.List;

/// A sales team and its home ground.
///
/// @param region the sales region it belongs to
/// @param areaCode telephone area code
/// @param districts one for each rep of the team, in order
/// @param roads streets of the city, for addresses
record Team(
    String region, String city, String areaCode, List<String> districts, List<String> roads) {
  Team {
    districts = List.copyOf(districts);
    roads = List.copyOf(roads);
  }

  static final Team HANGZHOU =
      new Team(
          "浙江区",
          "杭州",
          "0571",
          List.of("拱墅区", "西湖区", "余杭区"),
          List.of("文晖路", "登云路", "丰潭路", "古墩路", "文苑路", "永福路", "良睦路", "溪望路", "金昌路", "石桥路"));
  static final Team NINGBO =
      new Team(
          "浙江区",
          "宁波",
          "0574",
          List.of("海曙区", "鄞州区", "江北区"),
          List.of("柳汀街", "联丰路", "新典路", "天童北路", "钱湖北路", "下应路", "大庆南路", "清湖路", "丽江西路", "环城北路"));
  static final Team SUZHOU =
      new Team(
          "江苏区",
          "苏州",
          "0512",
          List.of("姑苏区", "吴中区", "昆山市"),
          List.of("平泷路", "广济北路", "劳动西路", "宝带西路", "迎春南路", "苏蠡路", "前进中路", "柏庐南路", "长江北路", "三香路"));
  static final Team NANJING =
      new Team(
          "江苏区",
          "南京",
          "025",
          List.of("鼓楼区", "建邺区", "江宁区"),
          List.of("湛江路", "清江南路", "定淮门大街", "江东中路", "梦都大街", "双龙大道", "天元中路", "胜太路", "竹山路", "虎踞北路"));
}
