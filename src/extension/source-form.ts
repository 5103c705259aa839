import * as vscode from 'vscode';
import { type NewSource, type RecordFactParams, requests } from '../server/protocol.ts';
import type { Connection } from './client.ts';
import { type Answer, askOne, askText, fillForm, mapped, type StepHead } from './form.ts';

export type Source = RecordFactParams['source'];

interface SourceItem extends vscode.QuickPickItem {
  /** Null for a source that is not known yet. */
  readonly id: string | null;
}

/** Asks which source states a fact: a known one, or a new one with title, publisher, date and address. */
export async function askSource(
  connection: Connection,
  document: vscode.TextDocument | null,
  at: StepHead,
): Promise<Answer<Source>> {
  const placeholder = vscode.l10n.t('Which source says so?');
  const { nodes } = await connection.request(requests.tree, { parent: 'sources', uri: null });
  const known = nodes.flatMap(({ kind, recordId, label, description }): SourceItem[] =>
    kind === 'source' && recordId !== null ? [{ id: recordId, label: `$(book) ${label}`, description }] : [],
  );
  const fresh: SourceItem = { id: null, label: `$(add) ${vscode.l10n.t('A new source…')}`, alwaysShow: true };
  const chosen = await askOne({ ...at, placeholder }, [fresh, ...known]);
  if (chosen === 'back' || chosen === 'cancelled') return chosen;
  if (chosen.value.id !== null) return { value: { id: chosen.value.id } };
  const source = await askNewSource(document);
  return source === null ? 'back' : { value: source };
}

const WEB = /^https?:\/\/\S+\.\S+$/i;
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

function askNewSource(document: vscode.TextDocument | null): Promise<NewSource | null> {
  const text = document?.getText() ?? '';
  const start: NewSource = {
    title: document === null ? '' : titleOf(document),
    publisher: '',
    language: languageOf(text),
    kind: 'article',
  };
  const title = vscode.l10n.t('A new source');
  const totalSteps = 4;
  const needed = (value: string) => (value === '' ? { problem: vscode.l10n.t('This is needed.') } : null);
  return fillForm<NewSource>(start, [
    async (source) =>
      mapped(
        await askText(
          { title, step: 1, totalSteps, prompt: vscode.l10n.t('Title of the document'), value: source.title },
          needed,
        ),
        (value) => ({ ...source, title: value }),
      ),
    async (source) =>
      mapped(
        await askText(
          { title, step: 2, totalSteps, prompt: vscode.l10n.t('Who published it'), value: source.publisher },
          needed,
        ),
        (value) => ({ ...source, publisher: value }),
      ),
    async (source) =>
      mapped(
        await askText(
          {
            title,
            step: 3,
            totalSteps,
            prompt: vscode.l10n.t('When it was published; may be left out'),
            placeholder: '2026-02',
            value: source.published ?? '',
          },
          (value) =>
            value === '' || DATE.test(value)
              ? null
              : { problem: vscode.l10n.t('Write it as 2026, 2026-02 or 2026-02-15.') },
        ),
        (published) => ({ ...source, ...(published === '' ? {} : { published }) }),
      ),
    async (source) =>
      mapped(
        await askText(
          {
            title,
            step: 4,
            totalSteps,
            prompt: vscode.l10n.t('Its address on the web; may be left out'),
            placeholder: 'https://',
            value: source.url ?? '',
          },
          (value) =>
            value === '' || WEB.test(value)
              ? null
              : { problem: vscode.l10n.t('Write a whole address: https://…') },
        ),
        (url) => ({ ...source, ...(url === '' ? {} : { url }) }),
      ),
  ]);
}

/** The document's own title, else the name of its file. */
function titleOf(document: vscode.TextDocument): string {
  const text = document.getText();
  const own =
    /^---\r?\n(?:.*\r?\n)*?title:[ \t]*(.+)\r?\n/.exec(text)?.[1] ?? /^#[ \t]+(.+)$/m.exec(text)?.[1];
  const name = document.uri.path.split('/').at(-1) ?? '';
  return (own ?? name.replace(/\.\w+$/, '')).trim().replace(/^["']|["']$/g, '');
}

/** Good enough for a suggestion: characters that only traditional texts have, any Hanzi, or none. */
function languageOf(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return 'en';
  return /[這個們為與說時數據從開發國產業]/.test(text) ? 'zh-Hant' : 'zh-Hans';
}
