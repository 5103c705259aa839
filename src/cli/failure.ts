/** The run itself failed: exit status 2 with this one line on standard error. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
