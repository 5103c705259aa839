import * as vscode from 'vscode';
import { type NewEntity, type ProtocolChoice, requests } from '../server/protocol.ts';
import type { Connection } from './client.ts';
import { type Answer, askLive, askOne, askText, fillForm, mapped, type StepHead } from './form.ts';

interface SubjectItem extends vscode.QuickPickItem {
  /** Null for one that nobody knows yet. */
  readonly choice: ProtocolChoice | null;
}

interface Present {
  /** Entities that the note names: offered before anything is typed. */
  readonly named: readonly ProtocolChoice[];
  readonly present: ProtocolChoice | NewEntity | null;
}

/** Asks whose figure it is: a known entity by name, alias, pinyin or nearly, or a new one. */
export async function askSubject(
  connection: Connection,
  at: StepHead,
  { named, present }: Present,
): Promise<Answer<ProtocolChoice | NewEntity>> {
  let typed = '';
  const placeholder = vscode.l10n.t('Whose figure is it? Name, alias or pinyin');
  const known = present === null || 'kind' in present ? [] : [present];
  const first = [...known, ...named.filter(({ id }) => known.every((one) => one.id !== id))];
  const chosen = await askLive<SubjectItem>({ ...at, placeholder }, async (query) => {
    typed = query.trim();
    const found = typed === '' && first.length > 0 ? first : await find(connection, typed);
    return [...found.map(itemOf), newItem(typed)];
  });
  if (chosen === 'back' || chosen === 'cancelled') return chosen;
  const { choice } = chosen.value;
  if (choice !== null) return { value: choice };
  const entity = await askEntity(typed);
  // Left without an answer, one is asked whose figure it is once more.
  return entity === null ? askSubject(connection, at, { named, present }) : { value: entity };
}

async function find(connection: Connection, query: string): Promise<readonly ProtocolChoice[]> {
  const { items } = await connection.request(requests.search, { query, kind: 'entity', limit: 30 });
  return items.map(({ recordId, label, description }) => ({ id: recordId, label, description }));
}

function itemOf(choice: ProtocolChoice): SubjectItem {
  return { label: choice.label, description: choice.description, choice };
}

/** What was typed stands behind the label: in it, VS Code would take it for the best match. */
function newItem(typed: string): SubjectItem {
  return { label: `$(add) ${vscode.l10n.t('A new entity…')}`, description: typed, choice: null };
}

interface KindItem extends vscode.QuickPickItem {
  readonly entityKind: string;
}

function kindItems(): readonly KindItem[] {
  const item = (kind: string, icon: string, label: string): KindItem => ({
    entityKind: kind,
    label: `$(${icon}) ${label}`,
  });
  return [
    item('organisation', 'organization', vscode.l10n.t('Organisation')),
    item('model', 'sparkle', vscode.l10n.t('Model')),
    item('family', 'type-hierarchy', vscode.l10n.t('Model family')),
    item('product', 'package', vscode.l10n.t('Product')),
    item('dataset', 'database', vscode.l10n.t('Dataset')),
    item('framework', 'tools', vscode.l10n.t('Framework')),
    item('platform', 'server-environment', vscode.l10n.t('Platform')),
    item('chip', 'circuit-board', vscode.l10n.t('Chip')),
    item('programme', 'rocket', vscode.l10n.t('Programme')),
    item('policy', 'law', vscode.l10n.t('Policy')),
    item('benchmark', 'beaker', vscode.l10n.t('Benchmark')),
    item('report', 'book', vscode.l10n.t('Report')),
    item('media', 'broadcast', vscode.l10n.t('Media')),
    item('person', 'person', vscode.l10n.t('Person')),
    item('place', 'globe', vscode.l10n.t('Place')),
    item('group', 'symbol-array', vscode.l10n.t('Group, such as Chinese open models')),
  ];
}

/** Asks what a new entity is and how it is called. */
function askEntity(typed: string): Promise<NewEntity | null> {
  const title = vscode.l10n.t('A new entity');
  const isChinese = /\p{Script=Han}/u.test(typed);
  const start: NewEntity = { kind: 'organisation', name: { zh: typed, en: isChinese ? '' : typed } };
  const kinds = kindItems();
  const totalSteps = 3;
  return fillForm<NewEntity>(start, [
    async (entity) =>
      mapped(
        await askOne(
          { title, step: 1, totalSteps, placeholder: vscode.l10n.t('What is it?') },
          kinds,
          kinds.find(({ entityKind }) => entityKind === entity.kind),
        ),
        ({ entityKind }) => ({ ...entity, kind: entityKind }),
      ),
    async (entity) =>
      mapped(
        await askText(
          {
            title,
            step: 2,
            totalSteps,
            prompt: vscode.l10n.t('Its name in Chinese; the Latin name where there is no other'),
            value: entity.name.zh,
          },
          (value) => (value === '' ? { problem: vscode.l10n.t('This is needed.') } : null),
        ),
        (zh) => ({ ...entity, name: { ...entity.name, zh } }),
      ),
    async (entity) =>
      mapped(
        await askText(
          {
            title,
            step: 3,
            totalSteps,
            prompt: vscode.l10n.t('Its name in English, or in pinyin; its id is made of it'),
            value:
              entity.name.en === '' && !/\p{Script=Han}/u.test(entity.name.zh)
                ? entity.name.zh
                : entity.name.en,
          },
          (value) =>
            /[a-z0-9]/i.test(value) ? null : { problem: vscode.l10n.t('Write it in Latin letters.') },
        ),
        (en) => ({ ...entity, name: { ...entity.name, en } }),
      ),
  ]);
}
