import type { ReadFigure } from '../check/analysis.ts';
import type { CheckedClaim } from '../check/verdict.ts';
import type { Origin, Part } from '../claims/claim.ts';
import type { Localized } from '../factbase/model.ts';
import type { Span } from '../text/folded-text.ts';
import type { ServiceContext } from './context.ts';
import { figureText } from './figure-text.ts';
import type { Note } from './note.ts';
import { periodText } from './period-text.ts';
import { entityName, factLine, metricName, readerStyle, sourceLine } from './record-text.ts';
import { CAUSE_WORDS, CLAIM_MODE_WORDS, VERDICT_WORDS } from './words.ts';

/** A figure of a note with lines of words: how it was read, the verdict, and what decided it. */
export interface ExplainedFigure extends Span {
  readonly text: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
}

const LABELS = {
  figure: { zh: '数字', en: 'figure' },
  subject: { zh: '主体', en: 'subject' },
  metric: { zh: '指标', en: 'metric' },
  scope: { zh: '口径', en: 'scope' },
  attribution: { en: 'said by', zh: '说法来自' },
  period: { zh: '时间', en: 'period' },
  mode: { zh: '语气', en: 'mode' },
  verdict: { zh: '结论', en: 'verdict' },
  cause: { zh: '成因', en: 'cause' },
  reason: { zh: '理由', en: 'reason' },
  fact: { zh: '依据', en: 'fact' },
  none: { zh: '不是论断：没有可核对的主体或指标', en: 'no claim: nothing to compare it with was read' },
  unread: { zh: '未读出', en: 'not read' },
} as const satisfies Readonly<Record<string, Localized>>;

const ORIGINS: Readonly<Record<Origin, Localized>> = {
  pin: { zh: '固定标记', en: 'pinned' },
  clause: { zh: '同一分句', en: 'same clause' },
  sentence: { zh: '同一句', en: 'same sentence' },
  table: { zh: '表头', en: 'table head' },
  'previous-sentence': { zh: '前一句', en: 'sentence before' },
  'list-parent': { zh: '上级列表项', en: 'list item above' },
  heading: { zh: '标题', en: 'heading' },
  'note-date': { zh: '笔记日期', en: 'date of the note' },
  implied: { zh: '推断', en: 'implied' },
};

/** Every figure that touches the range, claim or not, in order. */
export function doExplain(context: ServiceContext, note: Note, range: Span): readonly ExplainedFigure[] {
  const touching = ({ start, end }: Span) => start <= range.end && range.start <= end;
  const claims = note.analysis.claims.filter(({ claim }) => touching(claim));
  const figures = note.analysis.readings.filter(
    (reading): reading is ReadFigure =>
      reading.type === 'figure' &&
      touching(reading) &&
      !claims.some(({ claim }) => claim.start === reading.start),
  );
  return [
    ...claims.map((checked) => explainClaim(context, note, checked)),
    ...figures.map((reading) => explainFigure(context, note, reading)),
  ].sort((a, b) => a.start - b.start);
}

function explainFigure(
  context: ServiceContext,
  note: Note,
  { start, end, figure }: ReadFigure,
): ExplainedFigure {
  const { language } = context;
  return {
    start,
    end,
    text: note.text.slice(start, end),
    lines: [
      { label: LABELS.figure[language], text: amountText(context, figure) },
      { label: LABELS.verdict[language], text: LABELS.none[language] },
    ],
  };
}

function explainClaim(
  context: ServiceContext,
  note: Note,
  { claim, verdict }: CheckedClaim,
): ExplainedFigure {
  const { language } = context;
  const part = <T>(read: Part<T> | null, words: (value: T) => string): string => {
    if (read === null) return LABELS.unread[language];
    const from = read.span === null ? '' : ` “${note.text.slice(read.span.start, read.span.end)}”`;
    return `${words(read.value)} (${ORIGINS[read.origin][language]}${from})`;
  };
  const scope = Object.entries(claim.scope).map(([key, id]) => `${key}: ${entityName(context, id)}`);
  const mode = CLAIM_MODE_WORDS[claim.mode][language];
  const line = (key: keyof typeof LABELS, text: string) => ({ label: LABELS[key][language], text });
  return {
    start: claim.start,
    end: claim.end,
    text: claim.text,
    lines: [
      line('figure', amountText(context, claim.figure)),
      line(
        'subject',
        part(claim.subject, (id) => entityName(context, id) + claim.variant),
      ),
      line(
        'metric',
        part(claim.metric, (id) => metricName(context, id)),
      ),
      ...(scope.length === 0 ? [] : [line('scope', scope.join(', '))]),
      line(
        'period',
        part(claim.period, (period) => periodText(period, readerStyle(language))),
      ),
      ...(claim.attribution === null
        ? []
        : [
            line(
              'attribution',
              part(claim.attribution, (id) => entityName(context, id)),
            ),
          ]),
      ...(mode === '' ? [] : [line('mode', mode)]),
      line('verdict', VERDICT_WORDS[verdict.kind][language]),
      ...(verdict.cause === null ? [] : [line('cause', CAUSE_WORDS[verdict.cause][language])]),
      line('reason', context.say(verdict.reason)),
      ...verdict.facts.map((fact) =>
        line('fact', `${factLine(context, fact)} — ${sourceLine(context, fact.source)} [${fact.id}]`),
      ),
    ],
  };
}

/** The figure in words with the bare numbers behind them, which is what is compared. */
function amountText(context: ServiceContext, figure: ReadFigure['figure']): string {
  const { low, high, bound, unit } = figure;
  const numbers = low === high ? String(low) : `${low} – ${high}`;
  return `${figureText(figure, readerStyle(context.language))} [${numbers}, ${bound}, ${unit ?? '-'}]`;
}
