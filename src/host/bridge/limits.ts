/** Excel's limits, as documented under "Resource limits and performance optimization for Office Add-ins". */
export interface Limits {
  /** Bytes of one request (UTF-8). */
  readonly requestBytes: number;
  /** Bytes of one answer (UTF-8). */
  readonly responseBytes: number;
  /** Cells of one get; above, cell values come back as null. */
  readonly cellsPerGet: number;
}

export const EXCEL_LIMITS: Limits = {
  requestBytes: 5 * 1024 * 1024,
  responseBytes: 5 * 1024 * 1024,
  cellsPerGet: 5_000_000,
};
