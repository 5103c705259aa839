import type { NoteAnalysis } from './analysis.ts';
import { doubts, stepDown } from './confidence.ts';
import type { Elsewhere, Finding } from './finding.ts';
import { disagree, isDecided, type SeriesClaim } from './series-claim.ts';

/** A note with what is known of it. */
export interface AnalyzedNote {
  readonly uri: string;
  readonly analysis: NoteAnalysis;
}

/** How many places in other notes a finding names. */
const MOST_PLACES = 5;

/** `notes.disagree` for each note, by address; notes without any are left out. */
export function notesDisagree(notes: readonly AnalyzedNote[]): ReadonlyMap<string, readonly Finding[]> {
  const index = new NotesIndex();
  for (const { uri, analysis } of notes) index.update(uri, analysis);
  const out = new Map<string, readonly Finding[]>();
  for (const { uri } of notes) {
    const findings = index.findings(uri);
    if (findings.length > 0) out.set(uri, findings);
  }
  return out;
}

interface Told {
  readonly uri: string;
  readonly claim: SeriesClaim;
}

/** All claims of one key that state the same set: they agree or disagree with others together. */
interface Statement {
  readonly sample: SeriesClaim;
  readonly told: Set<Told>;
}

/**
 * What the notes of a workspace say, by series and time, so that a change of one note costs only what it says itself and what
 * disagrees with that. Mutable; one for each workspace and fact base.
 */
export class NotesIndex {
  private readonly notes = new Map<string, readonly Told[]>();
  private readonly series = new Map<string, Map<string, Statement>>();

  /** Takes in a note, or its new state. Returns the other notes whose findings that changes. */
  update(uri: string, analysis: NoteAnalysis): ReadonlySet<string> {
    const told = (analysis.series ?? []).map((claim): Told => ({ uri, claim }));
    const held = this.notes.get(uri) ?? [];
    if (sameTold(held, told)) return new Set();
    const affected = this.remove(uri);
    if (told.length === 0) return affected;
    this.notes.set(uri, told);
    for (const one of told) this.add(one);
    return new Set([...affected, ...this.opponents(told)]);
  }

  /** Forgets a note. Returns the other notes whose findings that changes. */
  remove(uri: string): ReadonlySet<string> {
    const held = this.notes.get(uri);
    if (held === undefined) return new Set();
    const affected = this.opponents(held);
    this.notes.delete(uri);
    for (const one of held) this.drop(one);
    return affected;
  }

  /** What the note says otherwise than another one, in the order of the note. */
  findings(uri: string): readonly Finding[] {
    return (this.notes.get(uri) ?? []).flatMap((one) => {
      const against = this.against(one).sort(byPlace);
      const [first] = against;
      return first === undefined ? [] : [findingOf(one.claim, first.claim, against)];
    });
  }

  private add(one: Told): void {
    const { key } = one.claim;
    let statements = this.series.get(key);
    if (statements === undefined) {
      statements = new Map();
      this.series.set(key, statements);
    }
    const value = setText(one.claim);
    const statement = statements.get(value);
    if (statement === undefined) statements.set(value, { sample: one.claim, told: new Set([one]) });
    else statement.told.add(one);
  }

  private drop(one: Told): void {
    const { key } = one.claim;
    const statements = this.series.get(key);
    const value = setText(one.claim);
    const statement = statements?.get(value);
    statement?.told.delete(one);
    if (statement?.told.size === 0) statements?.delete(value);
    if (statements?.size === 0) this.series.delete(key);
  }

  private against(one: Told): Told[] {
    const out: Told[] = [];
    for (const statement of this.series.get(one.claim.key)?.values() ?? []) {
      if (!disagree(statement.sample, one.claim)) continue;
      for (const other of statement.told) if (other.uri !== one.uri) out.push(other);
    }
    return out;
  }

  private opponents(told: readonly Told[]): ReadonlySet<string> {
    return new Set(told.flatMap((one) => this.against(one).map(({ uri }) => uri)));
  }
}

function setText({ set }: SeriesClaim): string {
  return `${set.low}${set.lowOpen ? '(' : '['}${set.high}${set.highOpen ? ')' : ']'}`;
}

/** Whether nothing changed that another note could show: neither what is said nor where. */
function sameTold(a: readonly Told[], b: readonly Told[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ claim }, i) => {
      const other = b[i]?.claim;
      return (
        other !== undefined &&
        other.key === claim.key &&
        setText(other) === setText(claim) &&
        isDecided(other) === isDecided(claim) &&
        other.checked.claim.start === claim.checked.claim.start &&
        other.checked.claim.text === claim.checked.claim.text
      );
    })
  );
}

function byPlace(a: Told, b: Told): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.claim.checked.claim.start - b.claim.checked.claim.start;
}

function findingOf(own: SeriesClaim, first: SeriesClaim, against: readonly Told[]): Finding {
  const { claim } = own.checked;
  const other = first.checked.claim;
  const elsewhere = against.slice(0, MOST_PLACES).map(
    ({ uri, claim: { checked } }): Elsewhere => ({
      uri,
      span: { start: checked.claim.start, end: checked.claim.end },
    }),
  );
  // Where a fact has decided between them, the wrong one is reported as such and this is only for knowing.
  const isOpen = !isDecided(own) && !against.every((one) => isDecided(one.claim));
  return {
    start: claim.start,
    end: claim.end,
    code: 'notes.disagree',
    severity: stepDown(isOpen ? 'warning' : 'information', Math.max(doubts(claim), doubts(other))),
    message: {
      key: 'notes.disagree',
      values: {
        claimed: claim.text,
        other: other.text,
        note: nameOf(elsewhere[0]?.uri ?? ''),
        subject: { entity: claim.match?.series.subject ?? '' },
        metric: { metric: claim.match?.series.metric ?? '' },
      },
    },
    claim: null,
    facts: [],
    related: [],
    elsewhere,
    fixes: [],
  };
}

/** The file name of an address, as a reader knows it. */
function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
