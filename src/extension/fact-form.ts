import * as vscode from 'vscode';
import {
  type FactDraft,
  type NewEntity,
  type ProtocolChoice,
  type ReadFigureResult,
  type RecordFactParams,
  requests,
} from '../server/protocol.ts';
import type { Connection } from './client.ts';
import { type Answer, askOne, askText, type Extra, fillForm, mapped } from './form.ts';
import { askSource, type Source } from './source-form.ts';
import { askSubject } from './subject-form.ts';

const PERIOD =
  /^(?:|\d{4}(?:-(?:\d{2}(?:-\d{2})?|Q[1-4]|H[12]))?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?)?)?|FY\d{4})$/;

type Figure = NonNullable<ReadFigureResult['figure']>;

/** What is known so far. `subject` is a new entity where nobody knows it yet. */
interface State {
  readonly subject: ProtocolChoice | NewEntity | null;
  readonly metric: ProtocolChoice | null;
  readonly written: string;
  readonly figure: Figure | null;
  readonly period: string;
  readonly mode: string;
  readonly source: Source | null;
}

export type FilledFact = Pick<RecordFactParams, 'fact' | 'source' | 'entity'>;

interface FormContext {
  readonly connection: Connection;
  /** Says which folder's facts are meant. */
  readonly uri: string;
  /** The note; null where none is open. */
  readonly document: vscode.TextDocument | null;
  readonly draft: FactDraft;
}

type Step = (state: State, at: At) => Promise<Answer<State>>;

interface At {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly extra?: Extra;
}

/** Asks for what the note leaves open, then for time, mode and source. Null when the person thinks better of it. */
export async function fillFact(context: FormContext): Promise<FilledFact | null> {
  const start = await startOf(context);
  const open = [
    start.subject === null ? subjectStep(context) : null,
    start.metric === null ? metricStep(context) : null,
    start.figure === null ? figureStep(context) : null,
  ].filter((step) => step !== null);
  let changesAll = false;
  // What was read may be read wrongly: one press shows all of it for correction.
  const change: Extra | undefined =
    open.length === 3
      ? undefined
      : {
          icon: 'edit',
          tooltip: vscode.l10n.t('Change what was read'),
          run: () => {
            changesAll = true;
          },
        };
  const state = await fill(context, start, [...open, ...closing(context)], change);
  if (!changesAll) return state;
  const all = [subjectStep(context), metricStep(context), figureStep(context)];
  return fill(context, start, [...all, ...closing(context)], undefined);
}

async function fill(
  { draft }: FormContext,
  start: State,
  steps: readonly Step[],
  extra: Extra | undefined,
): Promise<FilledFact | null> {
  const totalSteps = steps.length;
  const state = await fillForm<State>(
    start,
    steps.map(
      (step, i) => (now: State) =>
        step(now, {
          title: titleOf(now),
          step: i + 1,
          totalSteps,
          ...(i === 0 && extra !== undefined ? { extra } : {}),
        }),
    ),
  );
  return state === null ? null : filled(state, draft);
}

function filled(state: State, { scope }: FactDraft): FilledFact | null {
  const { subject, metric, figure, source, written, period, mode } = state;
  if (subject === null || metric === null || figure === null || source === null) return null;
  const { value, bound, unit } = figure;
  const isNew = 'kind' in subject;
  return {
    fact: {
      subject: isNew ? '' : subject.id,
      metric: metric.id,
      scope,
      value,
      bound,
      unit,
      period: period === '' ? null : period,
      mode,
      written,
    },
    ...(isNew ? { entity: subject } : {}),
    source,
  };
}

/** What was read, as far as it goes together: a figure that the metric is not measured in is asked for again. */
async function startOf({ connection, uri, draft }: FormContext): Promise<State> {
  const { subject, metric, written, period, mode } = draft;
  const read =
    metric === null || written === null
      ? null
      : await connection.request(requests.readFigure, { uri, text: written, metric: metric.id });
  return {
    subject,
    metric,
    written: written ?? '',
    figure: read?.figure ?? null,
    period: period ?? '',
    mode,
    source: null,
  };
}

/** The fact as far as it is known stands above every step. */
function titleOf({ subject, metric, figure, written }: State): string {
  const parts = [
    subject === null ? '' : 'kind' in subject ? subject.name.zh : subject.label,
    metric?.label ?? '',
    figure?.words ?? written,
  ].filter((part) => part !== '');
  return parts.length === 0 ? vscode.l10n.t('A new fact') : parts.join(' · ');
}

function subjectStep({ connection, draft }: FormContext): Step {
  return async (state, at) =>
    mapped(await askSubject(connection, at, { named: draft.named, present: state.subject }), (subject) => ({
      ...state,
      subject,
    }));
}

interface MetricItem extends vscode.QuickPickItem {
  readonly metric: ProtocolChoice;
}

function metricStep({ connection, uri, draft }: FormContext): Step {
  return async (state, at) => {
    const { metrics } = await connection.request(requests.metrics, {
      uri,
      sentence: draft.sentence,
      ...(state.written === '' ? {} : { written: state.written }),
      ...(state.subject === null || 'kind' in state.subject ? {} : { subject: state.subject.id }),
    });
    const items = metrics.map(
      (metric): MetricItem => ({
        label: `$(graph-line) ${metric.label}`,
        description: metric.description,
        metric,
      }),
    );
    const present = items.find(({ metric }) => metric.id === state.metric?.id);
    const placeholder = vscode.l10n.t('What is measured?');
    return mapped(await askOne({ ...at, placeholder }, items, present), ({ metric }) => ({
      ...state,
      metric,
    }));
  };
}

function figureStep({ connection, uri }: FormContext): Step {
  return async (state, at) => {
    let figure: Figure | null = null;
    const answer = await askText(
      {
        ...at,
        prompt: vscode.l10n.t('The figure as the source writes it, with the words that limit it'),
        placeholder: vscode.l10n.t('more than 600 million, 约 1.2 万亿元, 43%'),
        value: state.written,
      },
      async (text) => {
        const metric = state.metric?.id ?? '';
        const read = await connection.request(requests.readFigure, { uri, text, metric });
        figure = read.figure;
        if (read.figure === null) return { problem: read.problem ?? '' };
        return { note: vscode.l10n.t('Read as: {0}', read.figure.words) };
      },
    );
    return mapped(answer, (written) => ({ ...state, written, figure }));
  };
}

function closing({ connection, document }: FormContext): readonly Step[] {
  return [periodStep, modeStep, sourceStep(connection, document)];
}

const periodStep: Step = async (state, at) =>
  mapped(
    await askText(
      {
        ...at,
        prompt: vscode.l10n.t('As of when? Never more precise than the source; empty when it gives no date.'),
        placeholder: '2025, 2025-09, 2025-Q3, FY2025, 2024-07/2025-06',
        value: state.period,
      },
      (value) =>
        PERIOD.test(value)
          ? null
          : { problem: vscode.l10n.t('Write it as 2025, 2025-09, 2025-Q3 or FY2025.') },
    ),
    (period) => ({ ...state, period }),
  );

interface ModeItem extends vscode.QuickPickItem {
  readonly mode: string;
}

const modeStep: Step = async (state, at) => {
  const modes: readonly ModeItem[] = [
    { mode: 'reported', label: vscode.l10n.t('Reported') },
    { mode: 'self-reported', label: vscode.l10n.t('Self-reported') },
    { mode: 'estimate', label: vscode.l10n.t('Estimate') },
    { mode: 'forecast', label: vscode.l10n.t('Forecast') },
    { mode: 'target', label: vscode.l10n.t('Target') },
  ];
  const placeholder = vscode.l10n.t('How firmly, and by whom, is it stated?');
  const active = modes.find(({ mode }) => mode === state.mode);
  return mapped(await askOne({ ...at, placeholder }, modes, active), ({ mode }) => ({ ...state, mode }));
};

function sourceStep(connection: Connection, document: vscode.TextDocument | null): Step {
  return async (state, at) =>
    mapped(await askSource(connection, document, at), (source) => ({ ...state, source }));
}
