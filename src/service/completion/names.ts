import type { Entity } from '../../factbase/model.ts';
import { foldForSearch } from '../../factbase/name-index/name-index.ts';
import type { MatchKind, NameMatch } from '../../factbase/search.ts';
import type { ServiceContext, WorkspaceNotes } from '../context.ts';
import type { Note } from '../note.ts';
import type { Script, WritingStyle } from '../period-text.ts';
import { nameIn } from '../record-text.ts';
import type { CompletionItem } from '../results.ts';
import { KIND_WORDS } from '../words.ts';
import type { CompletionOccasion } from './occasion.ts';
import { isHanzi, type TypedName } from './typed-name.ts';

const MAX_ITEMS = 50;

/** What of the surroundings decides which names are offered, in which order and how they are written. */
export interface NameOccasion {
  readonly occasion: CompletionOccasion;
  readonly notes: WorkspaceNotes | null;
  readonly style: WritingStyle;
}

/** Names that what was typed may become: the better match first, then what stands nearer in the note, then what notes name more. */
export function nameItems(
  context: ServiceContext,
  note: Note,
  typed: TypedName,
  { occasion, notes, style }: NameOccasion,
): readonly CompletionItem[] {
  const { script } = style;
  const kinds = new Set(KINDS.filter((kind) => isWelcome(kind, typed, script, occasion)));
  const places = placesInNote(note, typed.start);
  const found = withNamed(
    context,
    typed.text,
    places,
    context.search.search(typed.text, MAX_ITEMS, kinds),
    kinds,
  );
  const likely = found.filter(({ matchKind }) => matchKind !== 'fuzzy');
  const rank = ({ entity, matchKind }: NameMatch) => ({
    kind: KINDS.indexOf(matchKind),
    distance: places.get(entity.id)?.distance ?? Number.POSITIVE_INFINITY,
    uses: (places.get(entity.id)?.count ?? 0) + (notes?.usesOf(entity.id) ?? 0),
  });
  return (likely.length > 0 ? likely : found)
    .map((match) => ({ match, ...rank(match) }))
    .sort((a, b) => a.kind - b.kind || nearer(a.distance, b.distance) || b.uses - a.uses)
    .slice(0, MAX_ITEMS)
    .map(({ match }, i) => nameItem(context, script, typed, match, i));
}

interface InNote {
  readonly distance: number;
  readonly count: number;
}

/** How near to an offset and how often the note names each entity. */
function placesInNote(note: Note, offset: number): ReadonlyMap<string, InNote> {
  const places = new Map<string, InNote>();
  for (const { entity, start, end } of note.analysis.mentions) {
    // What is being typed names nothing yet.
    if (entity === null || (start <= offset && offset < end)) continue;
    const distance = end <= offset ? offset - end : start - offset;
    const before = places.get(entity);
    places.set(entity, {
      distance: Math.min(distance, before?.distance ?? Number.POSITIVE_INFINITY),
      count: (before?.count ?? 0) + 1,
    });
  }
  return places;
}

/** Looking at more names than these would be felt. */
const MAX_NAMED = 200;

/**
 * What the note names already may be one of thousands that begin so: it is looked at by itself, so that it is offered however
 * many there are.
 */
function withNamed(
  { factBase, search }: ServiceContext,
  typed: string,
  places: ReadonlyMap<string, InNote>,
  found: readonly NameMatch[],
  kinds: ReadonlySet<MatchKind>,
): readonly NameMatch[] {
  if (found.length < MAX_ITEMS) return found;
  const offered = new Set(found.map(({ entity }) => entity));
  const nearest = [...places].sort(([, a], [, b]) => a.distance - b.distance).slice(0, MAX_NAMED);
  const named = nearest.flatMap(([id]) => {
    const entity = factBase.entity(id);
    if (entity === undefined || offered.has(entity)) return [];
    const match = search.match(entity, typed);
    return match !== null && kinds.has(match.matchKind) ? [match] : [];
  });
  return [...found, ...named];
}

/** A screen further up or down is a difference, a line is none. */
const NEAR = 600;

function nearer(a: number, b: number): number {
  const steps = (distance: number) => (distance <= NEAR ? 0 : distance === Number.POSITIVE_INFINITY ? 2 : 1);
  return steps(a) - steps(b);
}

/** From the best to the weakest. */
const KINDS: readonly MatchKind[] = ['exact', 'prefix', 'word', 'pinyin', 'initials', 'substring', 'fuzzy'];

/** Whoever asks may see guesses. Whoever types prose must not: in English any short word is the initials of something. */
function isWelcome(kind: MatchKind, typed: TypedName, script: Script, occasion: CompletionOccasion): boolean {
  if (kind === 'fuzzy') return occasion === 'asked' && typed.kind === 'word';
  if (occasion === 'asked') return true;
  if (kind === 'substring') return false;
  if (kind === 'initials') return script !== 'en';
  return kind !== 'pinyin' || script !== 'en' || typed.text.length > 3;
}

function nameItem(
  context: ServiceContext,
  script: Script,
  typed: TypedName,
  match: NameMatch,
  place: number,
): CompletionItem {
  const newText = insertedName(match, typed.text, script);
  return {
    kind: 'name',
    label: newText,
    description: description(context, match.entity, newText),
    filterText: filterText(typed.text, newText),
    sortText: String(place).padStart(4, '0'),
    edit: { start: typed.start, end: typed.end, newText },
    additional: [],
    snippet: null,
    record: match.entity.id,
  };
}

/** The other name and the kind. */
function description(context: ServiceContext, entity: Entity, shown: string): string {
  const { language } = context;
  const other = [nameIn(entity, language), entity.name.en, entity.name.zh].find((name) => name !== shown);
  const kind = KIND_WORDS[entity.kind][language];
  return other === undefined ? kind : `${other} · ${kind}`;
}

/**
 * The name in the note's script and style. Latin letters that begin a Latin name stay Latin, in a Chinese note too; pinyin stands
 * for the Chinese name. What was typed goes on as it began where the name that is shown does not begin so (阿里 → 阿里云).
 */
function insertedName({ entity, name, matchKind }: NameMatch, typed: string, script: Script): string {
  const soundsOut = matchKind === 'pinyin' || (matchKind === 'initials' && isHanzi(name));
  if (!isHanzi(typed) && !soundsOut) return isHanzi(name) ? nameIn(entity, script) : name;
  const own = nameIn(entity, script === 'en' ? 'zh' : script);
  if (soundsOut) return script === 'en' ? nameIn(entity, 'en') : own;
  const traditional = entity.name['zh-Hant'];
  const forms = script === 'zh-Hant' && traditional !== undefined ? [traditional, name] : [own, name];
  const wanted = foldForSearch(typed);
  return forms.find((form) => foldForSearch(form).startsWith(wanted)) ?? own;
}

/**
 * Editors keep an item while what is typed goes on matching its filter text. A name that begins otherwise than it was typed
 * (pinyin, traditional characters) is found by the typed letters themselves; the next keystroke asks again.
 */
function filterText(typed: string, newText: string): string {
  return newText.toLowerCase().startsWith(typed.toLowerCase()) ? newText : `${typed} ${newText}`;
}
