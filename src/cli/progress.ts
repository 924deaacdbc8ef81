import type { RunPhase } from '../app/planWorkbook';

const WIDTH = 30;

/** One line of progress on a terminal; silent where output goes to a file or a pipe. */
export class TerminalProgress {
  private shown = '';

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly words: (phase: RunPhase) => string,
  ) {}

  show(phase: RunPhase, fraction: number): void {
    if (!this.stream.isTTY) return;
    const filled = Math.round(fraction * WIDTH);
    const line = `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.round(fraction * 100)} % ${this.words(phase)}`;
    if (line === this.shown) return;
    this.shown = line;
    this.stream.write(`\r\u001b[2K${line}`);
  }

  clear(): void {
    if (this.shown !== '') this.stream.write('\r\u001b[2K');
    this.shown = '';
  }
}
