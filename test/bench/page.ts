import type { Page } from 'playwright-core';
import { canBrowse, openDemo, paneReady, startDemo } from '../e2e/browser';

/** What a stretch of work cost the thread that page and pane share: milliseconds. */
interface Cost {
  readonly took: number;
  /** The longest task by the clock, which other programs lengthen, and by its own processor time, which they do not. */
  readonly longestTask: number;
  readonly longestTaskProcessor: number;
  readonly longestFrame: number;
  /** Processor time of all tasks together. */
  readonly processor: number;
}

/** A task of a thread as Chromium traces it; microseconds. */
interface TracedTask {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** Processor time. */
  readonly tdur?: number;
}

/** The tasks of the busiest thread: the one that runs the page, and the pane with its functions. */
function readTasks(trace: Buffer): TracedTask[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TracedTask[] };
  const threads = new Map<string, TracedTask[]>();
  for (const event of traceEvents) {
    if (event.ph !== 'X' || !event.name.endsWith('RunTask') || event.tdur === undefined) continue;
    const thread = `${event.pid} ${event.tid} ${event.name}`;
    const tasks = threads.get(thread);
    if (tasks) tasks.push(event);
    else threads.set(thread, [event]);
  }
  return [...threads.values()].sort((a, b) => processorOf(b) - processorOf(a))[0] ?? [];
}

function processorOf(tasks: readonly TracedTask[]): number {
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
}

/** Times work of the page, its longest task and its longest gap between two frames. */
async function timeInPage(page: Page, work: () => Promise<void>): Promise<Cost> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser.');
  await page.evaluate(() => {
    const watch = { longestFrame: 0, last: performance.now(), isOn: true };
    Object.assign(window, { watch });
    const frame = () => {
      const now = performance.now();
      watch.longestFrame = Math.max(watch.longestFrame, now - watch.last);
      watch.last = now;
      if (watch.isOn) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await browser.startTracing(page, { categories: ['toplevel'] });
  const start = Date.now();
  await work();
  const took = Date.now() - start;
  const tasks = readTasks(await browser.stopTracing());
  const longestFrame = await page.evaluate(() => {
    const { watch } = window as unknown as { watch: { longestFrame: number; isOn: boolean } };
    watch.isOn = false;
    return watch.longestFrame;
  });
  const longest = (time: (task: TracedTask) => number) => Math.max(0, ...tasks.map(time)) / 1000;
  return {
    took,
    longestFrame,
    longestTask: longest(({ dur = 0 }) => dur),
    longestTaskProcessor: longest(({ tdur = 0 }) => tdur),
    processor: processorOf(tasks),
  };
}

function report(name: string, cost: Cost): void {
  const [took, task, taskProcessor, frame, processor] = [
    cost.took,
    cost.longestTask,
    cost.longestTaskProcessor,
    cost.longestFrame,
    cost.processor,
  ].map((value) => `${Math.round(value)} ms`.padStart(8));
  console.log(
    `${name.padEnd(48)} took${took}  longest task${task}, processor${taskProcessor}  longest frame${frame}  processor${processor}`,
  );
}

/** A sheet of so many rows and 20 columns of numbers. */
async function fillSheet(page: Page, rows: number): Promise<void> {
  await page.evaluate((count) => {
    const desk = window.demoDesk;
    if (!desk) return;
    const sheet = desk.session.addSheet('Bench');
    desk.embedded.edit(() => {
      for (let row = 0; row < count; row++)
        for (let column = 0; column < 20; column++)
          sheet.write(row, column, { value: column === 0 ? `Row ${row}` : row * 1.25 + column });
      sheet.changed({ top: 0, left: 0, bottom: count - 1, right: 19 });
    });
    desk.show(sheet);
  }, rows);
  await page.waitForTimeout(1500);
}

async function scrollThrough(page: Page): Promise<void> {
  await page.mouse.move(400, 500);
  for (let i = 0; i < 60; i++) await page.mouse.wheel(0, 900);
  for (let i = 0; i < 20; i++) await page.mouse.wheel(120, -4000);
  await page.waitForTimeout(200);
}

/** A sheet with 36 months in each of 1,000 rows. */
async function fillMonths(page: Page): Promise<void> {
  await page.evaluate(() => {
    const desk = window.demoDesk;
    if (!desk) return;
    const sheet = desk.session.addSheet('Forecasts');
    desk.embedded.edit(() => {
      for (let row = 0; row < 1000; row++)
        for (let month = 0; month < 36; month++)
          sheet.write(row, month + 1, { value: 100 + row + month * 2 + 10 * Math.sin(month / 2 + row) });
      sheet.changed({ top: 0, left: 1, bottom: 999, right: 36 });
    });
    desk.show(sheet);
  });
  await page.waitForTimeout(1500);
}

/** A thousand cells with a forecast each over the months of their row. */
async function forecastThousand(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const desk = window.demoDesk;
    desk?.embedded.edit(() => {
      for (let row = 0; row < 1000; row++)
        desk.sheet.write(row, 0, { formula: `CADENZA.FORECAST(B${row + 1}:AK${row + 1},1)` });
      desk.sheet.changed({ top: 0, left: 0, bottom: 999, right: 0 });
    });
    await desk?.embedded.calculation.pending;
  });
}

/** One month of every row changes: every forecast is made again. */
async function changeThousand(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const desk = window.demoDesk;
    desk?.embedded.edit(() => {
      for (let row = 0; row < 1000; row++) desk.sheet.write(row, 5, { value: row });
      desk.sheet.changed({ top: 0, left: 5, bottom: 999, right: 5 });
    });
    await desk?.embedded.calculation.pending;
  });
}

async function main(): Promise<void> {
  if (!canBrowse) return console.log('Left out: needs Chromium and a build (npm run build).');
  const demo = await startDemo();
  try {
    const started = Date.now();
    const { page } = await openDemo(demo, '?sample=services&lang=en');
    console.log(`demo: sheet drawn after ${Date.now() - started} ms`);
    await paneReady(page);
    console.log(`demo: pane has looked at the workbook after ${Date.now() - started} ms`);
    await fillSheet(page, 20_000);
    report('scroll a sheet of 20,000 x 20', await timeInPage(page, () => scrollThrough(page)));
    await fillMonths(page);
    report('1,000 cells of CADENZA.FORECAST over 36 values', await timeInPage(page, () => forecastThousand(page)));
    report('the same recalculated after a change of each', await timeInPage(page, () => changeThousand(page)));
  } finally {
    await demo.close();
  }
}

void main();
