/** Why a file cannot be opened: broken bytes, a password, Excel 97–2003's format, or something that is no .xlsx workbook. */
export type FileErrorCode = 'damaged' | 'encrypted' | 'old-workbook' | 'not-a-workbook';

/** The only error that opening a file throws. */
export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(
    readonly code: FileErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Something of a file that is shown, kept or saved less than wholly; `part` is its place in the package. */
export interface FileWarning {
  readonly code: string;
  readonly part?: string;
  readonly sheet?: string;
  readonly message: string;
}
