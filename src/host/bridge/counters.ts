/** What a run cost, for benchmarks and tests; counted from the start or the last reset. */
export class Counters {
  /** Requests that carried actions (a `context.sync()` each). */
  syncs = 0;
  actions = 0;
  requestBytes = 0;
  requestBytesMax = 0;
  responseBytes = 0;
  responseBytesMax = 0;
  cellsRead = 0;
  cellsWritten = 0;

  reset(): void {
    Object.assign(this, new Counters());
  }

  countRequest(bytes: number): void {
    this.requestBytes += bytes;
    this.requestBytesMax = Math.max(this.requestBytesMax, bytes);
  }

  countResponse(bytes: number): void {
    this.responseBytes += bytes;
    this.responseBytesMax = Math.max(this.responseBytesMax, bytes);
  }
}
