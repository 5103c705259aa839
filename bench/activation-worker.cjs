/*
 * Loads the built extension with a stand-in for VS Code and activates it, in a process that has done nothing else: prints how
 * long both keep the thread that all extensions share. What it waits for (the server's answer) keeps nobody waiting.
 */
const Module = require('node:module');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '..');

/** Takes every call, every `new` and every property, and is nothing. */
function anything() {
  const held = new Map();
  const nothing = new Proxy(() => {}, {
    get(_target, key) {
      if (key === 'then') return undefined;
      if (key === Symbol.toPrimitive) return () => 0;
      if (key === Symbol.iterator) return () => [][Symbol.iterator]();
      if (key === 'prototype') return {};
      if (!held.has(key)) held.set(key, anything());
      return held.get(key);
    },
    set: () => true,
    apply: () => anything(),
    construct: () => anything(),
  });
  return nothing;
}

class Thing {
  constructor() {
    // biome-ignore lint/correctness/noConstructorReturn: whoever extends it gets something that takes every call.
    return anything();
  }
}

/** An enumeration and a class at once. */
function classLike() {
  return new Proxy(class extends Thing {}, {
    get(target, key, receiver) {
      return key in target ? Reflect.get(target, key, receiver) : anything();
    },
  });
}

/** Everything that VS Code offers, by its type declarations. What starts with a capital may be extended. */
function standIn(declarations) {
  const made = { version: '1.100.0' };
  for (const [, name] of declarations.matchAll(
    /^\texport (?:class|enum|namespace|const|let|function) (\w+)/gm,
  )) {
    made[name] ??= /^[A-Z]/.test(name) ? classLike() : anything();
  }
  return made;
}

const bundle = join(root, 'dist/extension.cjs');
const vscode = standIn(readFileSync(require.resolve('@types/vscode/index.d.ts'), 'utf8'));
const load = Module._load;
Module._load = function (request, ...rest) {
  return request === 'vscode' ? vscode : load.call(this, request, ...rest);
};
process.on('unhandledRejection', () => {});
process.on('uncaughtException', (error) => console.error(error));

const started = performance.now();
const { activate } = require(bundle);
const loaded = performance.now();
const context = {
  subscriptions: [],
  extensionUri: anything(),
  storageUri: undefined,
  asAbsolutePath: (path) => join(root, path),
  workspaceState: anything(),
  globalState: anything(),
};
let failure = null;
Promise.resolve()
  .then(() => {
    const begun = performance.now();
    const done = activate(context);
    done?.catch?.((error) => {
      failure = String(error?.stack ?? error);
    });
    return performance.now() - begun;
  })
  .then((activated) => {
    setTimeout(() => {
      console.log(JSON.stringify({ load: loaded - started, activate: activated, failure }));
      process.exit(0);
    }, 50);
  });
