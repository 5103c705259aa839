/** Speed of the text room on mixed Chinese Markdown: MB of UTF-8 per second, one core, warm, medians. */
import { readFileSync } from 'node:fs';
import { scanBlocks, splitBlocks, updateBlocks } from '../src/text/blocks.ts';
import { readBlock } from '../src/text/passages.ts';

const SAMPLE = `## 2.1 开源模型的**下载量**

截至 2025 年 9 月，[通义千问](https://example.org/qwen)系列的累计下载量突破 **6 亿次**，衍生模型超过 17 万个，约占全球的 *43%*；
\`qwen3\` 与 GLM-4.5 等模型的份额仍在上升，其中企业用户超过 1,590 家[^1]。国家规划确立了八大算力枢纽，“十五五”期间还将继续投入。

The industry exceeded 1.2 trillion yuan in 2025, up nearly 30% from the year before, while daily token calls rose to
50 trillion. See https://example.org/report?id=7 for the method, and mind that \`FP8\` is no count.

- 第一项：**1590 EFLOPS**，位居全球前列
  - 嵌套的一项，日均调用量 30 万亿
1. 有序的一项

| 模型 | 下载量 | 备注 |
|---|---:|---|
| Qwen3 | 6 亿次 | 截至 2025 年 9 月 |
| DeepSeek | 7,500 万次 | 估计值 |

> 人工智能的發展離不開開源社區，數據顯示中國開發者數量突破 940 萬。

\`\`\`python
print("not prose")
\`\`\`

[^1]: 工信部数据，2025 年。

`;

const ROUNDS = 15;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function measure(name: string, bytes: number, work: () => void): void {
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    work();
    seconds.push((performance.now() - start) / 1000);
  }
  const middle = median(seconds);
  console.log(
    `${name.padEnd(28)} ${(bytes / 1e6 / middle).toFixed(1).padStart(8)} MB/s ${(middle * 1000).toFixed(2).padStart(9)} ms`,
  );
}

function readAll(source: string): number {
  let passages = 0;
  for (const block of splitBlocks(source)) passages += readBlock(source, block).length;
  return passages;
}

const path = process.argv[2];
const text = path === undefined ? SAMPLE : readFileSync(path, 'utf8');
const source = text.repeat(Math.max(1, Math.round(1_000_000 / Buffer.byteLength(text))));
const bytes = Buffer.byteLength(source);
const blocks = scanBlocks(source);

measure('splitBlocks', bytes, () => splitBlocks(source));
measure('splitBlocks and readBlock', bytes, () => readAll(source));

const middle = source.length >> 1;
const edited = `${source.slice(0, middle)}x${source.slice(middle)}`;
edited.charCodeAt(0);
measure('updateBlocks, one keystroke', bytes, () => {
  updateBlocks(blocks, edited, { start: middle, end: middle, newLength: 1 });
});
