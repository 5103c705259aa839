import { describe, expect, test } from 'vitest';
import type { CheckedClaim } from '../../src/check/verdict.ts';
import type { Fact } from '../../src/factbase/model.ts';
import { conversion } from '../../src/factbase/written.ts';
import { dayOf, loadChecker, loadFactBase, loadUnits } from '../helpers/checker.ts';
import { digests, originals, type SourceText } from '../helpers/documents.ts';

/*
 * What a source states must be recognised where it states it: in its digest, and in the original document where that is at hand.
 */

const units = loadUnits();
const factBase = loadFactBase(undefined, units);
const checker = loadChecker(factBase);

const claimsOf = ({ text }: SourceText): readonly CheckedClaim[] =>
  checker.analyze(text, { today: dayOf('2026-02-15') }).claims;

const factsOf = ({ number }: SourceText): readonly Fact[] =>
  factBase.facts.filter(({ source }) => source.startsWith(`${number}-`));

/** Whether the claim is where the source states the fact: the same amount, and the fact bears it out. */
function bringsBack({ claim, verdict }: CheckedClaim, fact: Fact): boolean {
  if (verdict.kind !== 'supported' && verdict.kind !== 'disputed') return false;
  if (!verdict.facts.some((known) => known === fact || sharesFigure(known, fact))) return false;
  const factor = conversion(claim.figure.unit, fact.unit, units) ?? 1;
  return same(claim.figure.low * factor, fact.low) && same(claim.figure.high * factor, fact.high);
}

/** One figure that the source states of two subjects at once (Veo、Sora Pro 等需支持 120 秒) is one place for both facts. */
function sharesFigure(a: Fact, b: Fact): boolean {
  return a.source === b.source && a.metric === b.metric && a.written === b.written && a.low === b.low;
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

function statesItsFacts(source: SourceText): void {
  const claims = claimsOf(source);

  test('at least 95 % of its facts come back as supported or disputed', () => {
    const facts = factsOf(source);
    const missed = facts.filter((fact) => !claims.some((claim) => bringsBack(claim, fact)));
    expect(facts.length).toBeGreaterThan(0);
    const list = missed.map(({ id, written }) => `${id} (${written})`).join('\n');
    expect(1 - missed.length / facts.length, list).toBeGreaterThanOrEqual(0.95);
  });

  test('nothing that it says is contradicted', () => {
    const wrong = claims.filter(({ verdict }) => verdict.kind === 'contradicted');
    expect(wrong.map(({ claim, verdict }) => `${claim.text}: ${verdict.facts[0]?.id}`)).toEqual([]);
  });
}

describe.each(digests())('$name', statesItsFacts);

const documents = originals();
describe.skipIf(documents.length === 0)('the original documents (skipped where they are not at hand)', () => {
  describe.each(documents)('$name', statesItsFacts);
});

test('there is a digest for every source', () => {
  expect(digests().map(({ number }) => number)).toEqual(factBase.sources.map(({ id }) => id.slice(0, 3)));
});
