import type { Answer } from './answers.ts';
import { requests } from './protocol.ts';

/** Answers with the files of a fact base to begin with. YAML is loaded only for those who ask. */
export function registerNewFactBase(answer: Answer): void {
  answer(requests.newFactBase, async ({ configuration }, session) => {
    const { exampleFactBase, NEW_FACT_FOLDER, withFactFolder } = await import(
      '../service/fact-files/example.ts'
    );
    const text = typeof configuration === 'string' ? configuration : null;
    return {
      files: exampleFactBase(session?.language ?? 'en'),
      configuration: withFactFolder(text, NEW_FACT_FOLDER),
    };
  });
}
