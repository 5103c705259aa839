export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

export interface ProtocolLocation {
  readonly uri: string;
  readonly range: ProtocolRange;
}

export type ProtocolVerdict =
  | 'supported'
  | 'weaker'
  | 'outdated'
  | 'disputed'
  | 'contradicted'
  | 'unverified';
