import type { CheckedClaim } from '../check/verdict.ts';
import type { Claim } from '../claims/claim.ts';
import type { Fact, RecordPlace } from '../factbase/model.ts';
import { type CardPlace, citeLink, sourceCitation, treeLink } from './cards.ts';
import type { ServiceContext } from './context.ts';
import { figureText } from './figure-text.ts';
import { bold, link, paragraphs, plain } from './markdown.ts';
import { periodText } from './period-text.ts';
import { entityName, factFigure, factPeriod, metricName, readerStyle, scopedMetric } from './record-text.ts';
import { sourcePassage } from './source-passage.ts';
import { CAUSE_WORDS, CLAIM_MODE_WORDS, VERDICT_WORDS, word } from './words.ts';

const MAX_FACTS = 4;

/** The verdict in words, what was read, what is known, from whom, as of when, and how far off. */
export function claimCard(context: ServiceContext, checked: CheckedClaim): string {
  const reason = plain(context.say(checked.verdict.reason));
  return card(context, checked, `${verdictWords(context, checked)} — ${reason}`, '');
}

/** The same for the note itself, where the finding's message stands right above the card and need not be said again. */
export function claimCardInNote(
  context: ServiceContext,
  checked: CheckedClaim,
  place: CardPlace,
  isReported: boolean,
): string {
  const { verdict } = checked;
  // What supports a figure stands among what is known.
  const isSaid = isReported || verdict.kind === 'supported';
  const reason = isSaid ? '' : ` — ${plain(context.say(verdict.reason))}`;
  const [fact] = verdict.facts;
  const actions = fact === undefined ? [] : [treeLink(context, fact.id), citeLink(context, fact, place)];
  const links = actions.filter((part) => part !== '').join(' · ');
  return card(context, checked, verdictWords(context, checked) + reason, links);
}

function card(context: ServiceContext, checked: CheckedClaim, head: string, links: string): string {
  const distance = off(context, checked);
  return paragraphs([
    distance === '' ? head : `${head} · ${plain(distance)}`,
    `${bold(word(context.language, 'figure.read-as'))}: ${plain(readAs(context, checked.claim))}`,
    known(context, checked),
    links,
  ]);
}

function verdictWords({ language }: ServiceContext, { verdict }: CheckedClaim): string {
  const cause = verdict.cause === null ? '' : ` (${CAUSE_WORDS[verdict.cause][language]})`;
  return bold(VERDICT_WORDS[verdict.kind][language] + cause);
}

/** Subject, metric, figure, period and mode of a claim as they were read. */
export function readAs(context: ServiceContext, claim: Claim): string {
  const { language } = context;
  const style = readerStyle(language);
  const subject =
    claim.subject === null
      ? word(language, 'figure.no-subject')
      : entityName(context, claim.subject.value) + claim.variant;
  const metric =
    claim.metric === null
      ? word(language, 'figure.no-metric')
      : scopedMetric(context, claim.metric.value, claim.scope);
  return [
    subject,
    metric,
    figureText(claim.figure, style),
    claimPeriod(context, claim),
    CLAIM_MODE_WORDS[claim.mode][language],
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function claimPeriod(context: ServiceContext, claim: Claim): string {
  if (claim.period !== null) return periodText(claim.period.value, readerStyle(context.language));
  return word(context.language, claim.current ? 'figure.current' : 'figure.no-period');
}

function known(context: ServiceContext, { claim, verdict }: CheckedClaim): string {
  if (verdict.facts.length === 0) return '';
  const lines = verdict.facts.slice(0, MAX_FACTS).map((fact) => knownLine(context, claim, fact));
  const head = bold(word(context.language, 'figure.known'));
  if (lines.length === 1) return `${head}: ${lines.join('')}`;
  return `${head}:\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

/** Whose figure it is stands there only when it is not plainly that of the claim. */
function knownLine(context: ServiceContext, claim: Claim, fact: Fact): string {
  const whose = fact.subject === claim.subject?.value ? '' : `${entityName(context, fact.subject)} `;
  const what = fact.metric === claim.metric?.value ? '' : `${metricName(context, fact.metric)} `;
  const passage = sourcePassage(context.factBase, fact);
  const places = [
    passage === null ? '' : placeLink(context, 'card.passage', passage),
    placeLink(context, 'card.record', fact.place),
  ].filter((part) => part !== '');
  const figure = plain(`${whose}${what}${factFigure(context, fact)}, ${factPeriod(context, fact)}`);
  return [`${figure} — ${sourceCitation(context, fact.source)}`, ...places].join(' · ');
}

function placeLink(context: ServiceContext, key: 'card.passage' | 'card.record', place: RecordPlace): string {
  const url = context.recordUrl(place);
  return url === null ? '' : link(word(context.language, key), url);
}

/** How far the figure is from the fact that decided; nothing for figures that agree or cannot be compared. */
function off(context: ServiceContext, { claim, verdict }: CheckedClaim): string {
  const [fact] = verdict.facts;
  if (fact === undefined || (verdict.kind !== 'contradicted' && verdict.kind !== 'outdated')) return '';
  return distanceText(context, claim, fact);
}

function distanceText(context: ServiceContext, { figure }: Claim, fact: Fact): string {
  if (figure.unit !== fact.unit && figure.unit !== null) return '';
  if (!(fact.low > 0) || !(figure.low > 0)) return '';
  const ratio = figure.low / fact.low;
  const { language } = context;
  const times = (value: number) => String(Number(value.toPrecision(2)));
  if (ratio >= 2) return word(language, 'off.times', { times: times(ratio) });
  if (ratio <= 0.5) return word(language, 'off.fraction', { times: times(1 / ratio) });
  const share = Math.abs(ratio - 1) * 100;
  if (share < 0.05) return '';
  const shown = share < 10 ? share.toFixed(1).replace(/\.0$/, '') : share.toFixed(0);
  return word(language, ratio > 1 ? 'off.more' : 'off.less', { share: shown });
}
