import type { Language } from '../check/message.ts';
import {
  type Configuration,
  cleaned,
  DEFAULT_CONFIGURATION,
  type SeverityByCode,
} from '../service/configuration.ts';
import type { Settings } from './protocol.ts';

/** When notes are checked. */
export type RunMode = NonNullable<Settings['run']>;

/** What holds in one workspace folder: its `.ecosystem-notes.yaml`, and the client's settings where they say otherwise. */
export interface FolderConfiguration {
  readonly facts: readonly string[];
  readonly seeds: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly severity: SeverityByCode;
  readonly language: 'auto' | Language;
  readonly run: RunMode;
  readonly inlayHints: 'on' | 'off';
  readonly codeLens: 'on' | 'off';
  /** Whether the notes of the folder are read in the background. */
  readonly index: 'on' | 'off';
}

export function mergeConfiguration(file: Configuration | null, settings: Settings): FolderConfiguration {
  const base = file ?? DEFAULT_CONFIGURATION;
  return {
    facts: settings.facts ?? base.facts,
    seeds: base.seeds,
    include: settings.include ?? base.include,
    exclude: settings.exclude ?? base.exclude,
    severity: { ...base.severity, ...cleaned(settings.severity ?? {}) },
    language: settings.language ?? base.language,
    run: settings.run ?? 'onType',
    inlayHints: settings.inlayHints?.enabled === true ? 'on' : 'off',
    codeLens: settings.codeLens?.enabled === true ? 'on' : 'off',
    index: indexes(file, settings) ? 'on' : 'off',
  };
}

/** A folder that says nothing of itself is left alone: it may be a home folder that somebody opened to look at one note. */
function indexes(file: Configuration | null, { index, facts, include }: Settings): boolean {
  if (index === 'on' || index === 'off') return index === 'on';
  return file !== null || facts !== undefined || include !== undefined;
}

/** Settings as a client sends them, which may be anything: parts of another shape are left out. */
export function readSettings(value: unknown): Settings {
  if (!isRecord(value)) return {};
  const { language, run, severity, facts, include, exclude, inlayHints, codeLens, index } = value;
  return {
    ...(isOneOf(language, ['auto', 'en', 'zh'] as const) ? { language } : {}),
    ...(isOneOf(run, ['onType', 'onSave', 'manual'] as const) ? { run } : {}),
    ...(isRecord(severity) ? { severity: severityOf(severity) } : {}),
    ...(isTexts(facts) ? { facts } : {}),
    ...(isTexts(include) ? { include } : {}),
    ...(isTexts(exclude) ? { exclude } : {}),
    ...(isOneOf(index, ['auto', 'on', 'off'] as const) ? { index } : {}),
    ...(isRecord(inlayHints) ? { inlayHints: { enabled: inlayHints.enabled === true } } : {}),
    ...(isRecord(codeLens) ? { codeLens: { enabled: codeLens.enabled === true } } : {}),
  };
}

function severityOf(value: Readonly<Record<string, unknown>>): NonNullable<Settings['severity']> {
  const levels: Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'> = {};
  for (const [code, level] of Object.entries(value))
    if (isOneOf(level, ['error', 'warning', 'information', 'hint', 'off'] as const)) levels[code] = level;
  return levels;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isOneOf<const T extends string>(value: unknown, allowed: readonly T[]): value is T {
  return allowed.some((candidate) => candidate === value);
}

/** The language to speak: what is set, else that of the client's locale. */
export function chooseLanguage(configured: 'auto' | Language, locale: string): Language {
  if (configured !== 'auto') return configured;
  return /^zh\b/i.test(locale) ? 'zh' : 'en';
}
