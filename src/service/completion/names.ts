import type { Entity } from '../../factbase/model.ts';
import type { MatchKind, NameMatch } from '../../factbase/search.ts';
import type { ServiceContext } from '../context.ts';
import type { Note } from '../note.ts';
import type { Script } from '../period-text.ts';
import { nameIn } from '../record-text.ts';
import type { CompletionItem } from '../results.ts';
import { KIND_WORDS } from '../words.ts';
import { foldForSearch } from './name-prefixes.ts';
import type { CompletionOccasion } from './occasion.ts';
import { isHanzi, type TypedName } from './typed-name.ts';

const MAX_ITEMS = 50;

/** Names that what was typed may become, best first; those that the note has already come before others alike. */
export function nameItems(
  context: ServiceContext,
  note: Note,
  typed: TypedName,
  occasion: CompletionOccasion,
): readonly CompletionItem[] {
  const named = new Set(note.analysis.mentions.map(({ entity }) => entity));
  const kinds = KINDS.filter((kind) => isWelcome(kind, typed, note.style.script, occasion));
  const found = context.search
    .search(typed.text, MAX_ITEMS)
    .filter(({ matchKind }) => kinds.includes(matchKind));
  const likely = found.filter(({ matchKind }) => matchKind !== 'fuzzy');
  const place = ({ entity, matchKind }: NameMatch) =>
    KINDS.indexOf(matchKind) * 2 - (named.has(entity.id) ? 1 : 0);
  return (likely.length > 0 ? likely : found)
    .toSorted((a, b) => place(a) - place(b))
    .map((match, i) => nameItem(context, note, typed, match, i));
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
  note: Note,
  typed: TypedName,
  match: NameMatch,
  place: number,
): CompletionItem {
  const newText = insertedName(match, typed.text, note.style.script);
  return {
    kind: 'name',
    label: newText,
    description: description(context, match.entity, newText),
    filterText: filterText(typed.text, newText),
    sortText: String(place).padStart(4, '0'),
    edit: { start: typed.start, end: typed.end, newText },
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
