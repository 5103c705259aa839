import * as vscode from 'vscode';

/** What a step of a form came to: a value, a step back, or the end of the form without a result. */
export type Answer<T> = { readonly value: T } | 'back' | 'cancelled';

interface Step {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** One step of a form: a line of text. `validate` gives a reason in words, or null. */
export function askText(
  step: Step & { readonly prompt: string; readonly placeholder?: string; readonly value: string },
  validate: (value: string) => string | null,
): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  Object.assign(input, { ignoreFocusOut: true, ...step });
  input.buttons = step.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  const check = () => {
    const problem = validate(input.value.trim());
    input.validationMessage = problem ?? undefined;
    return problem === null;
  };
  input.onDidChangeValue(check);
  return shown(input, (finish) => {
    input.onDidAccept(() => {
      if (check()) finish({ value: input.value.trim() });
    });
  });
}

/** One step of a form: one of several. */
export function askOne<T extends vscode.QuickPickItem>(
  step: Step & { readonly placeholder?: string },
  items: readonly T[],
  active?: T,
): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<T>();
  Object.assign(pick, { ignoreFocusOut: true, matchOnDescription: true, ...step });
  pick.items = items;
  if (active !== undefined) pick.activeItems = [active];
  pick.buttons = step.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return shown(pick, (finish) => {
    pick.onDidAccept(() => {
      const [value] = pick.selectedItems;
      if (value !== undefined) finish({ value });
    });
  });
}

type Shown = vscode.QuickInput & { readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton> };

function shown<T>(input: Shown, listen: (finish: (answer: Answer<T>) => void) => void): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const finish = (answer: Answer<T>) => {
      resolve(answer);
      input.dispose();
    };
    listen(finish);
    input.onDidTriggerButton(() => finish('back'));
    input.onDidHide(() => finish('cancelled'));
    input.show();
  });
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
