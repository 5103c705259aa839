import { describe, expect, it } from 'vitest';
import { reader, sayFigure, unmark } from './reading.ts';

/** A text with the figure and its bounding words marked, and what it says. */
const TABLES: Record<string, readonly (readonly [string, string])[]> = {
  'Before the number': [
    ['«已逾 3000 家»', '3000 items more-than'],
    ['«突破6亿次»', '600000000 times more-than'],
    ['«突破了3万人»', '30000 people more-than'],
    ['规模实现«突破7000亿元»', '700000000000 CNY more-than'],
    ['«将近 700万元»', '7000000 CNY nearly'],
    ['同比增长«近 30%»', '30 percent nearly'],
    ['«约4.287亿美元»', '428700000 USD about'],
    ['«至少三块四分»', '3.04 CNY at-least'],
    ['«不到两成»', '20 percent less-than'],
    ['«不足 5%»的词元', '5 percent less-than'],
    ['«最多一块二角»', '1.2 CNY at-most'],
    ['«约 1590 EFLOPS»', '1590 EFLOPS about'],
    ['«more than 10 billion downloads»', '10000000000 times more-than'],
    ['«north of $5M»', '5000000 USD more-than'],
    ['«nearly 6,000 companies»', '6000 items nearly'],
    ['«no less than $1.42»', '1.42 USD at-least'],
    ['cut «up to 700» contract workers', '700 people at-most'],
    ['«under seven euros»', '7 EUR less-than'],
    ['«≈ 50»', '50 - about'],
    ['«≥ 95%»', '95 percent at-least'],
    ['«~90 million»', '90000000 - about'],
  ],
  'Inside the number': [
    ['«300余个»', '300 items more-than surplus'],
    ['«70 多年»历史', '70 years more-than surplus'],
    ['«十几万»', '100000 - more-than surplus'],
    ['«二百三十余万»', '2300000 - more-than surplus'],
    ['«500多亿»', '50000000000 - more-than surplus'],
    ['«十来个»', '10 items more-than surplus'],
    ['«十余家»', '10 items more-than surplus'],
  ],
  'Behind the number': [
    ['«11.3 万个以上»', '113000 items at-least'],
    ['«达 3% 左右»', '3 percent about'],
    ['«30w上下»', '300000 - about'],
    ['«1.2元以下»', '1.2 CNY at-most'],
    ['«500 以内»', '500 - at-most'],
    ['«113k+»', '113000 - at-least'],
    ['«800亿元+»', '80000000000 CNY at-least'],
    ['«800+亿元»', '80000000000 CNY at-least'],
    ['«five hundred or less»', '500 - at-most'],
    ['«300 or so»', '300 - about'],
    ['«7倍以上»', '7 fold at-least'],
  ],
  'Two at once': [
    ['«至少九千块以上»', '9000 CNY at-least'],
    ['«大约十多欧元»', '10 EUR more-than surplus'],
    ['«大约超过 300 家»', '300 items more-than'],
    ['«about 500 or less»', '500 - at-most'],
  ],
  Negated: [
    ['«还没到 1 亿»', '100000000 - less-than'],
    ['«并未超过3家»', '3 items at-most'],
    ['«不超过 7 家»', '7 items at-most'],
    ['«不止 300 家»', '300 items more-than'],
    ['«不低于 95%»', '95 percent at-least'],
    ['«未达 3000 万»', '30000000 - less-than'],
    ['it «has not reached 100 million users»', '100000000 people less-than'],
    ['it «did not exceed 7 euros»', '7 EUR at-most'],
  ],
  'Apart from the number': [
    ['规模«超过全国智算总量的 80%»', '80 percent more-than'],
    ['«不到全国的两成»', '20 percent less-than'],
    ['«超过行业平均水平的三分之一»', `${1 / 3} share more-than`],
  ],
  'No number before the scale': [
    ['«数千万»', '20000000..100000000 - range several'],
    ['«人民币数十亿元»', '2000000000..10000000000 CNY range several'],
    ['«几百家»', '200..1000 items range several'],
    ['«上百家»', '100 items at-least order'],
    ['«上亿»', '100000000 - at-least order'],
    ['«百亿»级', '10000000000 - at-least order'],
    ['«超万亿 Token»', '1000000000000 tokens more-than'],
    ['«近百家»', '100 items nearly'],
  ],
};

describe.each(Object.entries(TABLES))('%s', (_name, rows) => {
  it.each(rows)('%s', (marked, said) => {
    const { text, spans } = unmark(marked);
    const { figures } = reader.read(text);
    expect(figures.map(({ outer }) => `${outer.start}-${outer.end}`)).toEqual(spans);
    expect(figures.map(sayFigure)).toEqual([said]);
  });
});

describe('words that look like bounds', () => {
  it.each([
    ['远超Llama的2.7万和DeepSeek的6千', ['27000 -', '6000 -']],
    ['合约 300 份', ['300 items']],
    ['业余 3000 人', ['3000 people']],
    ['通过 3 次测试', ['3 times']],
    ['技术突破,2 亿元投入', ['200000000 CNY']],
    ['突破口在于成本,约束有 3 条', ['3 items']],
    ['打破 3 项纪录', ['3 items']],
    ['in 2009, over the horizon, 30 teams', ['30 items']],
    ['smaller than the 16,000 metric tons of the past', ['16000 t']],
    ['连 6 亿次都没到', ['600000000 times less-than']],
    ['还没过 500 个', ['500 items less-than']],
    ['人工智能走过了 70 年', ['70 years']],
    ['bases are spread over 7 cities', ['7 items']],
    ['超过了 2024 年,达到 5 亿', ['500000000 -']],
  ])('%s', (text, said) => {
    expect(reader.read(text).figures.map(sayFigure)).toEqual(said);
  });
});

describe('ranges', () => {
  it.each([
    ['40亿-70亿元', '4000000000..7000000000 CNY range'],
    ['30% 至 40%', '30..40 percent range'],
    ['30 至 40%', '30..40 percent range'],
    ['5-20%', '5..20 percent range'],
    ['2——3万', '20000..30000 - range'],
    ['两到三万港元', '20000..30000 HKD range'],
    ['七千到九千亿元', '700000000000..900000000000 CNY range'],
    ['十八至三十万日元', '180000..300000 JPY range'],
    ['1万(含)-5万元', '10000..50000 CNY range'],
    ['$10-$20', '10..20 USD range'],
    ['5k-20k', '5000..20000 - range'],
    ['三五百', '300..500 - range'],
    ['七八个', '7..8 items range'],
    ['10000与20000之间', '10000..20000 - range'],
    ['between 20 and 30', '20..30 - range'],
    ['10-20 dollars', '10..20 USD range'],
    ['about 20~100 apples', '20..100 items range'],
    ['大于 20 并少于 30', '20..30 - range'],
    ['3年以上7年以下', '3..7 years range'],
    ['at most 100 and at least 20 apples', '20..100 items range'],
    ['一到五个', '1..5 items range'],
    ['100到1万', '100..10000 - range'],
  ])('%s', (text, said) => {
    expect(reader.read(text).figures.map(sayFigure)).toEqual([said]);
  });

  it.each([
    ['从82%提升至95%以上', ['82 percent', '95 percent at-least']],
    ['由 19.9% 提升到 25.9%', ['19.9 percent', '25.9 percent']],
    ['from 82% to 95%', ['82 percent', '95 percent']],
    ['grew from 10 million to 20 million', ['10000000 -', '20000000 -']],
    ['分别为5亿和7.5亿元', ['500000000 CNY', '750000000 CNY']],
    ['10 个、20 个', ['10 items', '20 items']],
  ])('two figures: %s', (text, said) => {
    expect(reader.read(text).figures.map(sayFigure)).toEqual(said);
  });
});
