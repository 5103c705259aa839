import type { CancellationToken, Connection } from 'vscode-languageserver';
import { turn } from './features.ts';
import type { ProtocolRequests } from './protocol.ts';
import type { Session } from './session.ts';

export interface AnswerParts {
  readonly connection: Connection;
  readonly ready: () => Promise<Session | null>;
}

type Answered<M extends keyof ProtocolRequests> = ProtocolRequests[M]['result'];

/** Registers the answer to one request of `protocol.ts`. */
export type Answer = <M extends keyof ProtocolRequests>(
  method: M,
  handler: (
    params: Partial<ProtocolRequests[M]['params']>,
    session: Session | null,
    token: CancellationToken,
  ) => Answered<M> | Promise<Answered<M>>,
) => void;

/** Parameters come from outside: what is missing counts as left out. */
export function answering(parts: AnswerParts): Answer {
  return (method, handler) => {
    const name: string = method;
    parts.connection.onRequest(name, async (params: unknown, token: CancellationToken): Promise<object> => {
      const session = await turn(parts, token);
      const given = typeof params === 'object' && params !== null ? params : {};
      return handler(given, session, token);
    });
  };
}
