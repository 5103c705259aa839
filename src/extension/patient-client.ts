import { ErrorAction, type ErrorHandler, LanguageClient } from 'vscode-languageclient/node';

/**
 * A client that is not put off by a message it could not deliver. When the server is gone, the connection closes, and closing starts
 * it again; the usual client would stop for good where a message was on its way at that moment.
 */
export class PatientClient extends LanguageClient {
  override createDefaultErrorHandler(maxRestartCount?: number): ErrorHandler {
    const usual = super.createDefaultErrorHandler(maxRestartCount);
    return {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => usual.closed(),
    };
  }
}
