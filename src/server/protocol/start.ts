/** `initializationOptions` of `initialize`; all may be left out. */
export interface InitializationOptions {
  /** URI of the folder that holds the bundled `data/` files, for links into them. Default: beside the server's own file. */
  readonly dataFolder?: string;
  /** What "now" is for notes without a date, YYYY-MM-DD. Default: the clock. */
  readonly today?: string;
  /** URI of a folder of the client's own, outside the workspace, where what was read is kept for the next start. Default: nothing is kept. */
  readonly storageFolder?: string;
  /** Those of `clientCommands` that the client runs, also from links in cards. Default: none, and cards hold no such links. */
  readonly clientCommands?: readonly string[];
  /**
   * Whether the person trusts the workspace. Where not, no fact folder outside of it is read, whatever its settings name, and nothing
   * is written into it. Default: true.
   */
  readonly trusted?: boolean;
}

/** The settings section `ecosystemNotes`, as the server asks for it with `workspace/configuration`. All may be left out. */
export interface Settings {
  /** Language of messages; `auto` follows the client's locale. */
  readonly language?: 'auto' | 'en' | 'zh';
  /** When notes are checked. */
  readonly run?: 'onType' | 'onSave' | 'manual';
  /** Severity per finding code; wins over `.ecosystem-notes.yaml`. */
  readonly severity?: Readonly<Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>>;
  /** Folders with further entities, metrics and facts, relative to the workspace folder. */
  readonly facts?: readonly string[];
  /** Globs of notes, relative to the workspace folder. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Whether notes that are not open are read for references; `auto`: where the folder has a `.ecosystem-notes.yaml` or facts or globs are set. */
  readonly index?: 'auto' | 'on' | 'off';
  /** A quiet mark with the date behind every supported figure. */
  readonly inlayHints?: { readonly enabled?: boolean };
  /** A line above every note that counts its figures by verdict. */
  readonly codeLens?: { readonly enabled?: boolean };
}
