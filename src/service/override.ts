import type { KnownRecord } from '../factbase/fact-base.ts';
import { placeName } from '../factbase/layers.ts';
import { BUNDLED_LAYER } from './assemble.ts';
import type { Reader } from './context.ts';

/** Which record of another layer this one stands for, in words; empty when it stands for none. */
export function overrideText({ factBase, language }: Reader, record: KnownRecord): string {
  const [replaced] = factBase.origin(record)?.overrides ?? [];
  if (replaced === undefined) return '';
  const place = placeName(replaced.place);
  if (language === 'zh')
    return replaced.layer === BUNDLED_LAYER ? `取代内置记录 ${place}` : `取代 ${place} 的记录`;
  return replaced.layer === BUNDLED_LAYER
    ? `Replaces the bundled record ${place}`
    : `Replaces the record ${place}`;
}
