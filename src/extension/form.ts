import * as vscode from 'vscode';

/** What a step of a form came to: a value, a step back, or the end of the form without a result. */
export type Answer<T> = { readonly value: T } | 'back' | 'cancelled';

/** A button of one's own in the title of a step; its press ends the form. */
export interface Extra {
  readonly icon: string;
  readonly tooltip: string;
  readonly run: () => void;
}

export interface StepHead {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly extra?: Extra;
}

/** What there is to say of a text while it is typed: a problem, with which it is not taken, or a note. */
export type Remark = { readonly problem: string } | { readonly note: string } | null;

/** One step of a form: a line of text. */
export function askText(
  {
    prompt,
    placeholder,
    value,
    ...head
  }: StepHead & { readonly prompt: string; readonly placeholder?: string; readonly value: string },
  remarkOn: (value: string) => Remark | Promise<Remark>,
): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  Object.assign(input, { prompt, placeholder, value });
  let checked = 0;
  /** Whether the text can be taken as it stands. */
  const check = async (): Promise<boolean> => {
    checked += 1;
    const mine = checked;
    const remark = await remarkOn(input.value.trim());
    if (mine !== checked) return false;
    input.validationMessage = messageOf(remark);
    return remark === null || 'note' in remark;
  };
  input.onDidChangeValue(() => void check());
  // An empty field is no mistake yet.
  if (value !== '') void check();
  return shown(input, head, (finish) => {
    input.onDidAccept(async () => {
      const text = input.value.trim();
      if (await check()) finish({ value: text });
    });
  });
}

function messageOf(remark: Remark): vscode.InputBox['validationMessage'] {
  if (remark === null) return undefined;
  if ('problem' in remark) return remark.problem;
  return { message: remark.note, severity: vscode.InputBoxValidationSeverity.Info };
}

/** One step of a form: one of several. */
export function askOne<T extends vscode.QuickPickItem>(
  { placeholder, ...head }: StepHead & { readonly placeholder?: string },
  items: readonly T[],
  active?: T,
): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<T>();
  Object.assign(pick, { placeholder, matchOnDescription: true });
  pick.items = items;
  if (active !== undefined) pick.activeItems = [active];
  return shown(pick, head, (finish) => accepting(pick, finish));
}

const ASK_DELAY_MS = 60;

/** One step of a form: one of those that are found for what is typed. */
export function askLive<T extends vscode.QuickPickItem>(
  { placeholder, ...head }: StepHead & { readonly placeholder?: string },
  find: (query: string) => Promise<readonly T[]>,
): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<T>();
  Object.assign(pick, { placeholder });
  let asked = 0;
  let timer: NodeJS.Timeout | undefined;
  const ask = async (query: string) => {
    asked += 1;
    const mine = asked;
    pick.busy = true;
    const items = await find(query);
    if (mine !== asked) return;
    pick.busy = false;
    // What was found was matched already, by pinyin too; VS Code's own filter must not drop what it cannot follow.
    pick.items = items.map((item) => ({ ...item, alwaysShow: true }));
  };
  pick.onDidChangeValue((query) => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(query), ASK_DELAY_MS);
  });
  void ask('');
  return shown(pick, head, (finish) => accepting(pick, finish));
}

function accepting<T extends vscode.QuickPickItem>(
  pick: vscode.QuickPick<T>,
  finish: (answer: Answer<T>) => void,
): void {
  pick.onDidAccept(() => {
    const [value] = pick.selectedItems;
    if (value !== undefined) finish({ value });
  });
}

type Shown = vscode.QuickInput & {
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
  buttons: readonly vscode.QuickInputButton[];
};

function shown<T>(
  input: Shown,
  { title, step, totalSteps, extra }: StepHead,
  listen: (finish: (answer: Answer<T>) => void) => void,
): Promise<Answer<T>> {
  Object.assign(input, { title, step, totalSteps, ignoreFocusOut: true });
  const own =
    extra === undefined ? [] : [{ iconPath: new vscode.ThemeIcon(extra.icon), tooltip: extra.tooltip }];
  input.buttons = [...(step > 1 ? [vscode.QuickInputButtons.Back] : []), ...own];
  return new Promise((resolve) => {
    const finish = (answer: Answer<T>) => {
      resolve(answer);
      input.dispose();
    };
    listen(finish);
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) return finish('back');
      extra?.run();
      finish('cancelled');
    });
    input.onDidHide(() => finish('cancelled'));
    input.show();
  });
}

export function mapped<T, R>(answer: Answer<T>, make: (value: T) => R): Answer<R> {
  return answer === 'back' || answer === 'cancelled' ? answer : { value: make(answer.value) };
}

/** Runs steps one after the other, a step back where the person asks for it; null when the form was left. */
export async function fillForm<S>(
  start: S,
  steps: readonly ((state: S) => Promise<Answer<S>>)[],
): Promise<S | null> {
  const states: S[] = [start];
  while (states.length <= steps.length) {
    const state = states.at(-1) ?? start;
    const answer = await steps[states.length - 1]?.(state);
    if (answer === undefined || answer === 'cancelled') return null;
    if (answer !== 'back') states.push(answer.value);
    else if (states.length > 1) states.pop();
    else return null;
  }
  return states.at(-1) ?? start;
}
