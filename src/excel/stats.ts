/** What a run cost on the wire; the pane and the JSON show it. */
export interface TransferStats {
  syncs: number;
  cellsRead: number;
  cellsWritten: number;
  /** Largest request in bytes, as estimated from the JSON of its values. */
  requestBytesMax: number;
}

/** The stats of a run that has not begun. */
export function emptyStats(): TransferStats {
  return { syncs: 0, cellsRead: 0, cellsWritten: 0, requestBytesMax: 0 };
}
