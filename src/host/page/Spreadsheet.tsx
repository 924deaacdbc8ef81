import type { EditableGridCell, GridSelection, Item } from '@glideapps/glide-data-grid';
import { CompactSelection, DataEditor, GridCellKind } from '@glideapps/glide-data-grid';
import '@glideapps/glide-data-grid/dist/index.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { EmbeddedWorkbook } from '../bridge/embedded';
import { readTyped } from '../formulas/display';
import { cellAddress } from '../model/address';
import { columnWidth, rowHeight } from '../model/geometry';
import type { Worksheet } from '../model/workbook';
import { editText, gridCell } from './gridCells';

/** Rows and columns shown beyond what is used, so that there is always room to type. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 10;
const PIXELS_PER_POINT = 4 / 3;

/** Calls `changed` whenever anything of the workbook may have changed, at most once a frame. */
function useChanges(embedded: EmbeddedWorkbook): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let frame = 0;
    const changed = () => {
      if (frame === 0)
        frame = requestAnimationFrame(() => {
          frame = 0;
          setVersion((v) => v + 1);
        });
    };
    const listener = { cellsChanged: changed, structureChanged: changed };
    embedded.workbook.listeners.add(listener);
    embedded.calculation.onCalculated(changed);
    return () => {
      embedded.workbook.listeners.delete(listener);
      cancelAnimationFrame(frame);
    };
  }, [embedded]);
  return version;
}

/** Puts what a person typed into a cell, as Excel reads it. */
function typeInto(embedded: EmbeddedWorkbook, sheet: Worksheet, row: number, column: number, text: string): void {
  embedded.edit((workbook) => {
    if (text.startsWith('=') && text.length > 1) sheet.put(row, column, { formula: text.slice(1) });
    else sheet.put(row, column, { value: readTyped(text, workbook.culture, workbook.dateSystem).value });
  });
}

/** The spreadsheet of the demo: formula bar, grid, sheet tabs, drawn from the same model that Office.js speaks to. */
export function Spreadsheet({ embedded }: { embedded: EmbeddedWorkbook }) {
  const { workbook } = embedded;
  const version = useChanges(embedded);
  const [chosen, setChosen] = useState<{ sheet: string; row: number; column: number }>();
  const [draft, setDraft] = useState<string>();
  const sheet = workbook.activeSheet ?? workbook.sheets[0];
  const cell = chosen && sheet && chosen.sheet === sheet.id ? chosen : { row: 0, column: 0 };
  const used = useMemo(() => ({ area: sheet?.usedArea(), version }), [sheet, version]).area;
  const rows = Math.max(200, (used?.bottom ?? 0) + SPARE_ROWS);
  const columnCount = Math.max(26, (used?.right ?? 0) + SPARE_COLUMNS);

  const columns = useMemo(
    () =>
      Array.from({ length: columnCount }, (_, column) => ({
        id: String(column),
        title: cellAddress(0, column).replace(/\d+$/, ''),
        width: sheet && version >= 0 ? Math.max(8, Math.round(columnWidth(sheet, column) * PIXELS_PER_POINT)) : 64,
      })),
    [columnCount, sheet, version],
  );
  const getCellContent = useCallback(
    ([column, row]: Item) =>
      sheet && version >= 0
        ? gridCell(sheet, row, column)
        : ({ kind: GridCellKind.Text, data: '', displayData: '', allowOverlay: false } as const),
    [sheet, version],
  );
  if (!sheet) return null;

  const select = (row: number, column: number) => {
    setChosen({ sheet: sheet.id, row, column });
    setDraft(undefined);
    embedded.select(sheet, { top: row, left: column, bottom: row, right: column });
  };
  const selection: GridSelection = {
    columns: CompactSelection.empty(),
    rows: CompactSelection.empty(),
    current: {
      cell: [cell.column, cell.row],
      range: { x: cell.column, y: cell.row, width: 1, height: 1 },
      rangeStack: [],
    },
  };
  const commit = (text: string) => {
    typeInto(embedded, sheet, cell.row, cell.column, text);
    setDraft(undefined);
  };

  return (
    <section className="spreadsheet" aria-label="Spreadsheet">
      <div className="formula-bar">
        <output aria-label="Cell">{cellAddress(cell.row, cell.column)}</output>
        <input
          aria-label="Formula"
          value={draft ?? editText(sheet, cell.row, cell.column)}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit(event.currentTarget.value);
            if (event.key === 'Escape') setDraft(undefined);
          }}
        />
      </div>
      <div className="grid">
        <DataEditor
          key={sheet.id}
          width="100%"
          height="100%"
          columns={columns}
          rows={rows}
          rowMarkers="number"
          smoothScrollX
          smoothScrollY
          headerHeight={24}
          rowHeight={(row) => Math.max(4, Math.round(rowHeight(sheet, row) * PIXELS_PER_POINT))}
          freezeColumns={sheet.freeze?.columns ?? 0}
          getCellContent={getCellContent}
          getCellsForSelection
          gridSelection={selection}
          onGridSelectionChange={({ current }) => current && select(current.cell[1], current.cell[0])}
          onCellEdited={([column, row]: Item, value: EditableGridCell) => {
            if (value.kind === GridCellKind.Text) typeInto(embedded, sheet, row, column, value.data);
          }}
        />
      </div>
      <nav className="tabs" aria-label="Sheets">
        {workbook.sheets
          .filter((s) => s.visibility === 'Visible')
          .map((s) => (
            <button
              key={s.id}
              type="button"
              aria-current={s === sheet}
              style={{ borderTopColor: s.tabColor ?? 'transparent' }}
              onClick={() => {
                embedded.select(s, { top: 0, left: 0, bottom: 0, right: 0 });
                setChosen({ sheet: s.id, row: 0, column: 0 });
              }}
            >
              {s.name}
            </button>
          ))}
      </nav>
    </section>
  );
}
