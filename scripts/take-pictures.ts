import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from './vscode/chromium.ts';

/*
 * Makes the pictures of README, guide and walkthrough from the screenshots that the workbench tests leave in test-results/.
 * Run it when what they show has changed.
 */

const LIMIT_BYTES = 150_000;
const WEBP_QUALITY = 0.85;

interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Picture {
  /** Name of the screenshot. */
  readonly from: string;
  /** Below media/. */
  readonly to: string;
  /** Part of the screenshot, in pixels; the whole when left out. */
  readonly part?: Part;
}

const WHOLE: Part = { x: 0, y: 0, width: 1200, height: 720 };
const EDITOR: Part = { x: 350, y: 30, width: 850, height: 390 };
const SIDE_BY_SIDE: Part = { x: 0, y: 0, width: 1200, height: 690 };
const LIST: Part = { x: 300, y: 20, width: 900, height: 260 };

/** The pictures of README, walkthrough and guide, as they come out in both languages. */
const inBothLanguages: readonly Picture[] = [
  { from: 'completion', to: 'screenshot-completion' },
  { from: 'diagnostic', to: 'screenshot-diagnostic' },
  { from: 'fix', to: 'screenshot-fix' },
  { from: 'hover', to: 'screenshot-hover' },
  { from: 'tree', to: 'screenshot-tree' },
];

const pictures: readonly Picture[] = [
  ...inBothLanguages,
  ...inBothLanguages.map(({ from, to }) => ({ from: `${from}-zh`, to: `${to}-zh` })),
  ...walkthrough('', ''),
  ...walkthrough('-zh', '.zh-cn'),
  { from: 'filter-zh', to: 'guide-filter', part: SIDE_BY_SIDE },
  { from: 'arrange', to: 'guide-arrange', part: SIDE_BY_SIDE },
  { from: 'reveal', to: 'guide-reveal', part: SIDE_BY_SIDE },
  { from: 'search', to: 'guide-search', part: { x: 280, y: 20, width: 640, height: 370 } },
  { from: 'figure', to: 'guide-figure', part: { x: 350, y: 30, width: 850, height: 290 } },
  { from: 'hints', to: 'guide-hints', part: { x: 350, y: 30, width: 850, height: 220 } },
  // Without the paths of the machine that it was taken on.
  { from: 'references', to: 'guide-references', part: { x: 352, y: 237, width: 830, height: 115 } },
  { from: 'writing-cited', to: 'guide-citation', part: EDITOR },
  { from: 'writing-cited-zh', to: 'guide-citation-zh', part: EDITOR },
  { from: 'writing-recorded', to: 'guide-record', part: SIDE_BY_SIDE },
  { from: 'writing-recorded-zh', to: 'guide-record-zh', part: SIDE_BY_SIDE },
  { from: 'harvest', to: 'guide-harvest', part: LIST },
  { from: 'preview', to: 'guide-preview', part: { x: 350, y: 30, width: 850, height: 300 } },
  { from: 'status', to: 'guide-status', part: LIST },
  { from: 'status-zh', to: 'guide-status-zh', part: LIST },
  { from: 'false-alarm', to: 'guide-false-alarm', part: { x: 40, y: 30, width: 1160, height: 440 } },
  { from: 'false-alarm-zh', to: 'guide-false-alarm-zh', part: { x: 40, y: 30, width: 1160, height: 440 } },
  { from: 'settings', to: 'guide-settings', part: SIDE_BY_SIDE },
  { from: 'settings-zh', to: 'guide-settings-zh', part: SIDE_BY_SIDE },
  { from: 'restricted', to: 'guide-restricted', part: { x: 0, y: 0, width: 1200, height: 330 } },
];

function walkthrough(from: string, to: string): readonly Picture[] {
  return [
    { from: `diagnostic${from}`, to: `walkthrough/check${to}`, part: EDITOR },
    { from: `hover${from}`, to: `walkthrough/hover${to}`, part: EDITOR },
    { from: `completion${from}`, to: `walkthrough/complete${to}`, part: EDITOR },
    { from: `fix${from}`, to: `walkthrough/fix${to}`, part: { x: 470, y: 30, width: 730, height: 330 } },
    { from: `tree${from}`, to: `walkthrough/tree${to}`, part: SIDE_BY_SIDE },
    { from: `harvest${from}`, to: `walkthrough/grow${to}`, part: LIST },
  ];
}

/** As much of the page's canvas as is used here; the types of the whole DOM would leak into every file. */
interface Canvas {
  width: number;
  height: number;
  getContext(kind: '2d'): { drawImage(image: unknown, ...numbers: number[]): void };
  toDataURL(type: string, quality: number): string;
}

/** Every kilobyte of what is shipped counts: a third of the size, and the letters stay sharp. */
async function webp(page: Page, part: Part): Promise<Buffer> {
  const url = await page.locator('img').evaluate(
    (image: { ownerDocument: { createElement(name: string): Canvas } }, { x, y, width, height, quality }) => {
      const canvas = image.ownerDocument.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      canvas.getContext('2d').drawImage(image, x, y, width, height, 0, 0, width, height);
      return canvas.toDataURL('image/webp', quality);
    },
    { ...part, quality: WEBP_QUALITY },
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

const root = path.resolve(import.meta.dirname, '..');
mkdirSync(path.join(root, 'media/walkthrough'), { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(console.log), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: WHOLE });
  for (const { from, to, part = WHOLE } of pictures) {
    const source = path.join(root, 'test-results/screenshots', `${from}.png`);
    if (!existsSync(source)) {
      console.log(`no screenshot ${from}: ${to} stays as it is`);
      continue;
    }
    const data = readFileSync(source).toString('base64');
    await page.setContent(`<body style="margin:0"><img src="data:image/png;base64,${data}"></body>`);
    await page.locator('img').evaluate((image: { decode(): Promise<void> }) => image.decode());
    const isShipped = to.startsWith('walkthrough/');
    const picture = isShipped ? await webp(page, part) : await page.screenshot({ clip: part });
    writeFileSync(path.join(root, 'media', `${to}.${isShipped ? 'webp' : 'png'}`), picture);
    console.log(`${to}: ${Math.ceil(picture.length / 1000)} kB`);
    if (picture.length > LIMIT_BYTES) process.exitCode = 1;
  }
} finally {
  await browser.close();
}
