import type { CardAction } from '../service/context.ts';
import { clientCommands, type InsertCitationArgument, type ShowInTreeArgument } from './protocol.ts';

/** Makes the addresses of links in cards that run commands of the client; null for commands that it did not say it runs. */
export function createActionUrl(offered: readonly string[]): (action: CardAction) => string | null {
  const enabled = new Set(offered);
  const address = (command: string, argument: object): string | null =>
    enabled.has(command) ? `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}` : null;
  return (action) => {
    switch (action.type) {
      case 'show-in-tree': {
        const argument: ShowInTreeArgument = { recordId: action.recordId };
        return address(clientCommands.showInTree, argument);
      }
      case 'insert-citation': {
        const { uri, position, fact } = action;
        const argument: InsertCitationArgument = { uri, position, fact };
        return address(clientCommands.insertCitation, argument);
      }
    }
  };
}
