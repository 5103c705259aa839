import * as vscode from 'vscode';
import { requests, type TreeNode, type TreeSection } from '../server/protocol.ts';
import { type Arrangement, pickArrangement, storeArrangement, storedArrangement } from './arrangement.ts';
import { SectionTree, type TreeContext } from './tree.ts';

const SECTIONS: readonly TreeSection[] = ['note', 'ecosystem', 'sources', 'conflicts'];

const FILTER_DELAY_MS = 150;

/** The four views of the activity-bar container. */
export class TreeViews implements vscode.Disposable {
  readonly trees: ReadonlyMap<TreeSection, SectionTree>;
  readonly #views: ReadonlyMap<TreeSection, vscode.TreeView<TreeNode>>;
  readonly #state: vscode.Memento;
  readonly #context: () => Pick<TreeContext, 'connection' | 'note'>;
  #filter = '';
  #arrangement: Arrangement;

  constructor(state: vscode.Memento, context: () => Omit<TreeContext, 'filter' | 'arrangement'>) {
    this.#state = state;
    this.#context = context;
    this.#arrangement = storedArrangement(state);
    const trees = new Map<TreeSection, SectionTree>();
    const views = new Map<TreeSection, vscode.TreeView<TreeNode>>();
    for (const section of SECTIONS) {
      const tree = new SectionTree(section, () => ({
        ...context(),
        filter: this.#filter,
        arrangement: this.#arrangement,
      }));
      const view = vscode.window.createTreeView(`ecosystemNotes.${section}`, {
        treeDataProvider: tree,
        showCollapseAll: section !== 'note',
        dragAndDropController: dragIntoEditor,
      });
      trees.set(section, tree);
      views.set(section, view);
    }
    this.trees = trees;
    this.#views = views;
  }

  get arrangement(): Arrangement {
    return this.#arrangement;
  }

  async arrange(): Promise<void> {
    const wanted = await pickArrangement(this.#arrangement);
    if (wanted !== null) await this.setArrangement(wanted);
  }

  async setArrangement(arrangement: Arrangement): Promise<void> {
    this.#arrangement = arrangement;
    await storeArrangement(this.#state, arrangement);
    this.refresh(['ecosystem']);
  }

  /** Unfolds the way to the last of these nodes and selects it; false when there is none. */
  async reveal(nodes: readonly TreeNode[]): Promise<boolean> {
    const node = nodes.at(-1);
    const section = SECTIONS.find((candidate) => node?.id.startsWith(`${candidate}/`));
    if (node === undefined || section === undefined) return false;
    this.setFilter('');
    this.trees.get(section)?.learn(nodes);
    await this.#views.get(section)?.reveal(node, { select: true, focus: true, expand: true });
    return true;
  }

  refresh(sections: readonly TreeSection[] = SECTIONS): void {
    for (const section of sections) this.trees.get(section)?.refresh();
    if (sections.some((section) => section !== 'note')) void this.#count();
  }

  /** How much there is of each stands behind the title of its view. */
  async #count(): Promise<void> {
    const { connection, note } = this.#context();
    const asked = connection?.request(requests.tree, { parent: null, uri: note });
    const { nodes } = (await asked?.catch(() => undefined)) ?? { nodes: [] };
    for (const [section, view] of this.#views) {
      if (section === 'note') continue;
      view.description = nodes.find(({ id }) => id === section)?.description ?? '';
    }
  }

  /** Shows how many findings the note has, on the icon of the container. */
  showFindings(count: number): void {
    const view = this.#views.get('note');
    if (view === undefined) return;
    view.badge =
      count === 0 ? undefined : { value: count, tooltip: vscode.l10n.t('Findings in this note: {0}', count) };
  }

  /** Asks for words and narrows all views while they are typed; Escape brings the former filter back. */
  async askForFilter(): Promise<void> {
    const before = this.#filter;
    const input = vscode.window.createInputBox();
    input.title = vscode.l10n.t('Filter the ecosystem');
    input.placeholder = vscode.l10n.t('Name, alias or pinyin');
    input.value = before;
    let timer: NodeJS.Timeout | undefined;
    let accepted = false;
    input.onDidChangeValue((value) => {
      clearTimeout(timer);
      timer = setTimeout(() => this.setFilter(value), FILTER_DELAY_MS);
    });
    input.onDidAccept(() => {
      accepted = true;
      input.hide();
    });
    await new Promise<void>((resolve) => {
      input.onDidHide(() => resolve());
      input.show();
    });
    clearTimeout(timer);
    this.setFilter(accepted ? input.value : before);
    input.dispose();
  }

  setFilter(filter: string): void {
    const wanted = filter.trim();
    if (wanted === this.#filter) return;
    this.#filter = wanted;
    const message = wanted === '' ? '' : vscode.l10n.t('Filtered by “{0}”', wanted);
    for (const [section, view] of this.#views) {
      if (section !== 'note') view.message = message;
    }
    void vscode.commands.executeCommand('setContext', 'ecosystemNotes.filtered', wanted !== '');
    this.refresh();
  }

  dispose(): void {
    for (const view of this.#views.values()) view.dispose();
  }
}

/** A node dropped into a note leaves there what "insert" would. */
const dragIntoEditor: vscode.TreeDragAndDropController<TreeNode> = {
  dragMimeTypes: ['text/plain'],
  dropMimeTypes: [],
  handleDrag: (nodes, transfer) => {
    const text = nodes.flatMap((node) => node.insertText ?? []).join('\n');
    if (text !== '') transfer.set('text/plain', new vscode.DataTransferItem(text));
  },
};
