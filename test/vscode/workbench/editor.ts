import type { Locator, Page } from 'playwright-core';

const PATIENCE_MS = 20_000;
const GLANCE_MS = 2_000;
const ATTEMPTS = 4;
/** Five rows of a tree. */
const WHEEL_PX = 110;
const WHEEL_REST_MS = 100;
const WHEEL_TURNS = 50;

/** The workbench as a person sees and uses it. */
export class Editor {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits until the window shows what the extension contributes to it. */
  async started(): Promise<void> {
    await this.#activityTab().waitFor({ timeout: PATIENCE_MS });
  }

  #activityTab(): Locator {
    return this.page.locator('.activitybar').getByRole('tab', { name: 'Ecosystem Notes' });
  }

  /** Opens a file of the workspace through Quick Open, as a person would, and waits until the extension has checked it. */
  async open(name: string): Promise<void> {
    await this.page.keyboard.press('Control+p');
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(name);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.checked();
  }

  /** Runs a command through the palette. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input').fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  }

  /** Saves the active note and waits until it is saved, since closing it sooner asks whether to save it. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
  }

  /** The status bar counts the figures of a note once it has been checked. */
  async checked(): Promise<void> {
    const status = this.page.locator('.statusbar-item', { has: this.page.locator('.codicon-pass') });
    await status.first().waitFor({ timeout: PATIENCE_MS });
  }

  line(text: string): Locator {
    return this.page.locator('.monaco-editor .view-line', { hasText: text }).first();
  }

  async goToEnd(): Promise<void> {
    await this.page.locator('.monaco-editor .view-lines').first().click();
    await this.page.keyboard.press('Control+End');
  }

  /** Types key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 40 });
  }

  /** What an input method does: letters under composition, then several characters at once. */
  async commit(composed: string, text: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    for (let end = 1; end <= composed.length; end++) {
      await session.send('Input.imeSetComposition', {
        text: composed.slice(0, end),
        selectionStart: end,
        selectionEnd: end,
      });
    }
    await session.send('Input.insertText', { text });
    await session.detach();
  }

  /** The pointer rests on a piece of text until a card shows; returns what the card says. */
  async hover(text: string, line: string): Promise<Locator> {
    const place = await this.#placeOf(text, line);
    await this.page.mouse.move(place.x, place.y, { steps: 5 });
    const card = this.page.locator('.monaco-hover:not(.hidden) .hover-contents');
    await card.first().waitFor({ timeout: PATIENCE_MS });
    return this.page.locator('.monaco-hover:not(.hidden)').first();
  }

  /** Clicks into the middle of a piece of text. */
  async putCursor(text: string, line: string): Promise<void> {
    const place = await this.#placeOf(text, line);
    await this.page.mouse.click(place.x, place.y);
  }

  /** Takes the pointer away from a card, so that it goes. */
  async leaveCard(): Promise<void> {
    await this.page.mouse.move(4, 4);
    await this.page.keyboard.press('Escape');
    await this.page.locator('.monaco-hover:not(.hidden)').first().waitFor({ state: 'hidden' });
  }

  /** The middle of a text on the screen: the editor cuts a line into spans as it likes, so a DOM range measures it. */
  async #placeOf(text: string, line: string): Promise<{ x: number; y: number }> {
    const box = await this.line(line).evaluate(measure, text);
    if (box === null) throw new Error(`“${text}” is not on the screen in “${line}”`);
    return box;
  }

  /** Goes to the next finding and opens the list of what mends it. */
  async quickFixes(): Promise<Locator> {
    await this.page.keyboard.press('F8');
    await this.page.locator('.marker-widget').first().waitFor();
    await this.page.keyboard.press('Escape');
    await this.page.locator('.marker-widget').first().waitFor({ state: 'detached' });
    const rows = this.page.locator('.action-widget .monaco-list-row');
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      await this.page.keyboard.press('Control+.');
      // Asked for while the lightbulb is still being computed, the list does not come.
      await rows
        .first()
        .waitFor({ timeout: GLANCE_MS })
        .catch(() => undefined);
      if (await rows.first().isVisible()) break;
    }
    return rows;
  }

  /** Waits until a picture inside of an element is there, not only its frame. */
  async pictureLoaded(within: string): Promise<void> {
    const picture = this.page.locator(`${within} img`).first();
    await picture.waitFor();
    await picture.evaluate((image: { decode(): Promise<void> }) => image.decode());
  }

  suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  async openEcosystem(): Promise<void> {
    await this.#activityTab().click();
    await this.page
      .locator('.pane-header', { hasText: /This Note|当前笔记/ })
      .waitFor({ timeout: PATIENCE_MS });
  }

  /** Pulls the edge of the side bar by so many pixels. */
  async widenSideBar(pixels: number): Promise<void> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (box === null) throw new Error('the side bar is not open');
    const x = box.x + box.width + 1;
    const y = box.y + box.height / 2;
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + pixels, y, { steps: 5 });
    await this.page.mouse.up();
  }

  treeItem(text: string | RegExp): Locator {
    return this.page.locator('.pane-body .monaco-list-row', { hasText: text });
  }

  /** Turns the wheel over the ecosystem, down and then up, until a row is wholly in view; returns it. */
  async findInEcosystem(text: string | RegExp): Promise<Locator> {
    const heading = this.page.locator('.pane-header', { hasText: /^(Ecosystem|生态)/ });
    const body = this.page.locator('.pane', { has: heading }).locator('.pane-body');
    await body.locator('.monaco-list-row').first().waitFor();
    const view = await body.boundingBox();
    if (view === null) throw new Error('the ecosystem is folded');
    const row = body.locator('.monaco-list-row', { hasText: text }).first();
    await this.page.mouse.move(view.x + view.width / 2, view.y + view.height / 2);
    for (const step of [WHEEL_PX, -WHEEL_PX]) {
      for (let turn = 0; turn < WHEEL_TURNS; turn++) {
        // Rows come late when their branch was unfolded a moment ago.
        await this.page.waitForTimeout(WHEEL_REST_MS);
        const box = (await row.isVisible()) ? await row.boundingBox({ timeout: GLANCE_MS }) : null;
        if (box !== null && box.y >= view.y && box.y + box.height <= view.y + view.height) {
          // No card of a row that the pointer passed shall cover it.
          await this.page.mouse.move(4, 4);
          return row;
        }
        await this.page.mouse.wheel(0, step);
      }
    }
    throw new Error(`“${text}” is not in the ecosystem`);
  }

  async text(): Promise<string> {
    const lines = await this.page.locator('.monaco-editor .view-line').allInnerTexts();
    // The editor draws spaces as no-break spaces.
    return lines.map((line) => line.replaceAll('\u00a0', ' ')).join('\n');
  }
}

/** As much of the page's document as `measure` uses; the types of the whole DOM would leak into every file. */
interface PageNode {
  readonly textContent: string | null;
}

interface PageElement extends PageNode {
  readonly ownerDocument: {
    createTreeWalker(root: PageNode, show: number): { nextNode(): PageNode | null };
    createRange(): {
      setStart(node: PageNode, offset: number): void;
      setEnd(node: PageNode, offset: number): void;
      getBoundingClientRect(): { x: number; y: number; width: number; height: number };
    };
  };
}

/** Runs in the page, so that it can use nothing from outside itself. */
function measure(line: PageElement, text: string): { x: number; y: number } | null {
  const document = line.ownerDocument;
  const walker = document.createTreeWalker(line, 4 /* text nodes */);
  const nodes: { node: PageNode; start: number }[] = [];
  let whole = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node, start: whole.length });
    whole += (node.textContent ?? '').replaceAll('\u00a0', ' ');
  }
  const at = whole.indexOf(text);
  if (at < 0) return null;
  const middle = at + Math.floor(text.length / 2);
  const holder = nodes.findLast(({ start }) => start <= middle);
  if (holder === undefined) return null;
  const range = document.createRange();
  range.setStart(holder.node, middle - holder.start);
  range.setEnd(holder.node, middle - holder.start + 1);
  const { x, y, width, height } = range.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
