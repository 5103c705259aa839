/** How much of the bench is run. */
export interface Extent {
  readonly quick: boolean;
  /** A folder for texts and workspaces, emptied afterwards. */
  readonly folder: string;
}
