import type { ProtocolPosition, ProtocolRange, ProtocolVerdict } from './places.ts';

/** Names and checked figures of an open note with a line of plain text each: for the Markdown preview. */
export interface MarksParams {
  readonly uri: string;
}

export interface MarksResult {
  readonly marks: readonly ProtocolMark[];
}

export interface ProtocolMark {
  readonly range: ProtocolRange;
  readonly text: string;
  readonly kind: 'name' | ProtocolVerdict;
  readonly title: string;
}

/** Collects what explains the finding at a place of an open note. Nothing is sent anywhere. */
export interface FalseAlarmParams {
  readonly uri: string;
  readonly position: ProtocolPosition;
}

export interface FalseAlarmResult {
  /** Null where the line has no finding. */
  readonly report: { readonly code: string; readonly markdown: string } | null;
}
