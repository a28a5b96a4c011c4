/// Kind `calendar`: which days are working days. Read by WORKDAY, NETWORKDAYS and WORKDAYS of
/// formulas and by `/api/calendar`.
///
/// ```yaml
/// name: cn_work
/// label: {zh: 中国工作日历, en: China working days}
/// holidays: CN
/// week: [1, 1, 1, 1, 1, 0, 0]
/// days:
///   - date: "2026-12-31"
///     value: 0
///     label: {zh: 年终盘点, en: Stocktaking}
/// ```
@NullMarked
package dev.huozi.measure.calendar;

import org.jspecify.annotations.NullMarked;
