// Chinese and Japanese units after a number: 元, 美元, 吨, 千瓦时, 个百分点, 倍, and the measure words of things counted.
import { isHan } from './characters';
import { type Decimal, decimal } from './decimal';
import type { QuantityKind } from './figure';
import { type Measure, measureOf, moneyMeasure, plainMeasure } from './measure';

type Entry = readonly [QuantityKind, string, Decimal?, number?];

const d = decimal;
const YEAR = 31_557_600;

const UNITS = new Map<string, Entry>([
  ['元', ['money', 'CNY']],
  ['元人民币', ['money', 'CNY']],
  ['人民币', ['money', 'CNY']],
  ['块', ['money', 'CNY']],
  ['块钱', ['money', 'CNY']],
  ['美元', ['money', 'USD']],
  ['美金', ['money', 'USD']],
  ['港元', ['money', 'HKD']],
  ['港币', ['money', 'HKD']],
  ['欧元', ['money', 'EUR']],
  ['歐元', ['money', 'EUR']],
  ['英镑', ['money', 'GBP']],
  ['日元', ['money', 'JPY']],
  ['日圆', ['money', 'JPY']],
  ['円', ['money', 'JPY']],
  ['韩元', ['money', 'KRW']],
  ['卢比', ['money', 'INR']],
  ['卢布', ['money', 'RUB']],
  ['瑞士法郎', ['money', 'CHF']],
  ['法郎', ['money', 'CHF']],
  ['加元', ['money', 'CAD']],
  ['澳元', ['money', 'AUD']],
  ['新台币', ['money', 'TWD']],
  ['台币', ['money', 'TWD']],
  ['新加坡元', ['money', 'SGD']],
  ['泰铢', ['money', 'THB']],
  ['角', ['money', 'CNY', d(1, -1)]],
  ['美分', ['money', 'USD', d(1, -2)]],
  ['个百分点', ['points', 'pp']],
  ['個百分點', ['points', 'pp']],
  ['百分點', ['points', 'pp']],
  ['個基點', ['points', 'bp']],
  ['百分点', ['points', 'pp']],
  ['个基点', ['points', 'bp']],
  ['基点', ['points', 'bp']],
  ['倍', ['multiple', 'x']],
  ['番', ['multiple', 'x']],
  ['成', ['percent', '%', d(10)]],
  ['厘', ['percent', '%']],
  ['吨', ['mass', 'kg', d(1000)]],
  ['噸', ['mass', 'kg', d(1000)]],
  ['公斤', ['mass', 'kg']],
  ['千克', ['mass', 'kg']],
  ['克', ['mass', 'kg', d(1, -3)]],
  ['斤', ['mass', 'kg', d(5, -1)]],
  ['磅', ['mass', 'kg', d(45359237, -8)]],
  ['盎司', ['mass', 'kg', d(28349523125, -12)]],
  ['毫克', ['mass', 'kg', d(1, -6)]],
  ['公里', ['length', 'm', d(1000)]],
  ['千米', ['length', 'm', d(1000)]],
  ['米', ['length', 'm']],
  ['厘米', ['length', 'm', d(1, -2)]],
  ['毫米', ['length', 'm', d(1, -3)]],
  ['英里', ['length', 'm', d(1609344, -3)]],
  ['海里', ['length', 'm', d(1852)]],
  ['英尺', ['length', 'm', d(3048, -4)]],
  ['英寸', ['length', 'm', d(254, -4)]],
  ['纳米', ['length', 'm', d(1, -9)]],
  ['平方米', ['area', 'm2']],
  ['平方公里', ['area', 'm2', d(1, 6)]],
  ['平方千米', ['area', 'm2', d(1, 6)]],
  ['公顷', ['area', 'm2', d(1, 4)]],
  ['亩', ['area', 'm2', d(66667, -2)]],
  ['平方英尺', ['area', 'm2', d(9290304, -8)]],
  ['平方英里', ['area', 'm2', d(2589988110336, -6)]],
  ['立方米', ['volume', 'm3']],
  ['升', ['volume', 'm3', d(1, -3)]],
  ['毫升', ['volume', 'm3', d(1, -6)]],
  ['桶', ['volume', 'm3', d(158987294928, -12)]],
  ['加仑', ['volume', 'm3', d(3785411784, -12)]],
  ['瓦时', ['energy', 'Wh']],
  ['千瓦时', ['energy', 'Wh', d(1000)]],
  ['兆瓦时', ['energy', 'Wh', d(1, 6)]],
  ['吉瓦时', ['energy', 'Wh', d(1, 9)]],
  ['度电', ['energy', 'Wh', d(1000)]],
  ['瓦', ['power', 'W']],
  ['千瓦', ['power', 'W', d(1000)]],
  ['兆瓦', ['power', 'W', d(1, 6)]],
  ['吉瓦', ['power', 'W', d(1, 9)]],
  ['摄氏度', ['temperature', '°C']],
  ['华氏度', ['temperature', '°F']],
  ['度', ['other', '°']],
  ['小时', ['duration', 's', d(3600)]],
  ['个小时', ['duration', 's', d(3600)]],
  ['分钟', ['duration', 's', d(60)]],
  ['秒', ['duration', 's']],
  ['秒钟', ['duration', 's']],
  ['天', ['duration', 's', d(86400)]],
  ['周', ['duration', 's', d(604800)]],
  ['个月', ['duration', 's', d(YEAR / 12)]],
  ['年', ['duration', 's', d(YEAR)]],
  ['岁', ['duration', 's', d(YEAR)]],
  ['个季度', ['duration', 's', d(YEAR / 4)]],
  ['公里每小时', ['speed', 'm/s', d(1000), 3600]],
  ['赫', ['frequency', 'Hz']],
  ['赫兹', ['frequency', 'Hz']],
  ['千赫', ['frequency', 'Hz', d(1000)]],
  ['千赫兹', ['frequency', 'Hz', d(1000)]],
  ['兆赫', ['frequency', 'Hz', d(1, 6)]],
  ['兆赫兹', ['frequency', 'Hz', d(1, 6)]],
  ['吉赫', ['frequency', 'Hz', d(1, 9)]],
  ['吉赫兹', ['frequency', 'Hz', d(1, 9)]],
  ['伏', ['other', 'V']],
  ['千伏', ['other', 'V', d(1000)]],
  ['千焦', ['energy', 'Wh', d(1000), 3600]],
  ['千卡', ['energy', 'Wh', d(4184), 3600]],
  ['折', ['percent', '%', d(10)]],
  ['千字节', ['data', 'B', d(1000)]],
  ['吉字节', ['data', 'B', d(1, 9)]],
  ['比特', ['data', 'B', d(125, -3)]],
  ['兆字节', ['data', 'B', d(1, 6)]],
  ['字节', ['data', 'B']],
]);

const CLASSIFIERS = new Set([
  '个',
  '個',
  '名',
  '位',
  '人',
  '家',
  '只',
  '隻',
  '辆',
  '輛',
  '台',
  '臺',
  '套',
  '次',
  '户',
  '戶',
  '件',
  '张',
  '張',
  '条',
  '條',
  '所',
  '座',
  '艘',
  '架',
  '股',
  '份',
  '种',
  '種',
  '项',
  '項',
  '间',
  '間',
  '头',
  '双',
  '雙',
  '辆次',
  '人次',
  '场',
  '部',
  '款',
  '栋',
  '枚',
  '颗',
  '本',
  '支',
  '批',
  '笔',
  '筆',
  '起',
]);
const LONGEST = 5;

/** True when a unit begins with the last character of a numeral: 千瓦 in 一百千瓦. */
export function takesThousand(text: string, numeralEnd: number): boolean {
  return text.charAt(numeralEnd - 1) === '千' && UNITS.has(text.slice(numeralEnd - 1, numeralEnd + 1));
}

/** The measure in the characters from `from` on; `to` is an offset in the text. */
export function readHanMeasure(text: string, from: number): Measure | undefined {
  for (let length = Math.min(LONGEST, text.length - from); length > 0; length--) {
    const characters = text.slice(from, from + length);
    const entry = UNITS.get(characters);
    if (!entry || (characters === '角' && !endsAmount(text, from + 1))) continue;
    const [kind, unit, factor = decimal(1), divisor = 1] = entry;
    if (kind === 'money') return moneyMeasure(unit, from + length, factor);
    return measureOf({ ...plainMeasure(kind, unit, from + length, '', factor), divisor });
  }
  return undefined;
}

/** What may follow 角 as money; 五角大楼 and 三角形 go on otherwise. */
function endsAmount(text: string, at: number): boolean {
  return !/[\u4e00-\u9fff]/.test(text.charAt(at)) || '钱錢的整一二三四五六七八九'.includes(text.charAt(at));
}

/** 分 as a hundredth of a 元, behind 元 or 角 alone: 3角5分; elsewhere it is a minute, a point or a part. */
export function readFen(text: string, numberStart: number, at: number): Measure | undefined {
  const isMoney = '元角'.includes(text.charAt(numberStart - 1)) && numberStart > 0;
  if (!isMoney || text.charAt(at) !== '分' || '钟鐘之'.includes(text.charAt(at + 1) || '-')) return undefined;
  return moneyMeasure('CNY', at + 1, decimal(1, -2));
}

/** The offset behind a 多, 余 or 来 with which a unit may begin: 30亿多元, 500多家, 二十来家. */
export function skipMore(text: string, at: number): number {
  return '多余餘来來'.includes(text.charAt(at)) && at < text.length ? at + 1 : at;
}

/** 比三十大, 比30少: what stands at the offsets is the bound of something else. */
export function comparesWith(text: string, start: number, end: number): 'over' | 'under' | undefined {
  if (text.charAt(start - 1) !== '比' || end >= text.length) return undefined;
  if (/^(?:[\d二三四五六七八九十百千万亿两半]|一(?![些点點]))/.test(text.slice(end + 1, end + 3)))
    return undefined;
  return '大多高长'.includes(text.charAt(end))
    ? 'over'
    : '小少低短'.includes(text.charAt(end))
      ? 'under'
      : undefined;
}

/** The noun behind a measure word at an offset: 企业 in 家企业; the measure word itself where it names what is counted (人, 户). */
export function hanNoun(text: string, from: number): string {
  const at = skipMore(text, from);
  const run = HAN_RUN.exec(text.slice(at, at + 12))?.[0] ?? '';
  if (!isClassifier(text, at)) return '';
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words = [...segmenter.segment(run.slice(1))].map(each => each.segment);
  const noun = words[0] === '的' ? words[1] : words[0];
  return /^[人户戶]/.test(run) ? run.charAt(0) : (noun ?? '');
}

const HAN_RUN = /^[\u4e00-\u9fff]*/;
let segmenter: Intl.Segmenter | undefined;

/** True when the character at an offset is a measure word for things counted: 5个, 3家. */
export function isClassifier(text: string, at: number): boolean {
  return isHan(text.charCodeAt(at)) && CLASSIFIERS.has(text.charAt(at));
}
