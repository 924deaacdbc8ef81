import { memo, useEffect, useMemo, useRef } from 'react';
import { chartView } from '../drawing/chartView';
import { panesOf } from '../drawing/window';
import type { Chart } from '../model/workbook';
import type { Desk } from './desk';
import type { GridGeometry } from './gridGeometry';
import type { Say } from './words';

const PIXELS_PER_POINT = 4 / 3;

interface ChartsProps {
  readonly desk: Desk;
  readonly geometry: GridGeometry;
  readonly version: number;
  readonly say: Say;
}

/**
 * The charts of the sheet, over its cells, below headings. Where frozen panes cut the window, each pane shows its part, as cells do.
 * Charts take no clicks.
 */
export function Charts({ desk, geometry, version, say }: ChartsProps) {
  const { sheet, scroll, layout } = desk;
  if (sheet.charts.length === 0) return null;
  const size = { width: geometry.width, height: geometry.height };
  const pixels = PIXELS_PER_POINT * layout.axes.scale;
  return panesOf(sheet, layout.axes, size, scroll).map(({ rows, columns }) => {
    const isFrozen = {
      rows: rows.clipFrom === 0 && sheet.freeze?.rows,
      columns: columns.clipFrom === 0 && sheet.freeze?.columns,
    };
    const offset = { x: isFrozen.columns ? 0 : scroll.x, y: isFrozen.rows ? 0 : scroll.y };
    const shown = sheet.charts.filter(
      ({ left, top, width, height }) =>
        (left + width) * pixels - offset.x > columns.clipFrom &&
        left * pixels - offset.x < columns.clipTo &&
        (top + height) * pixels - offset.y > rows.clipFrom &&
        top * pixels - offset.y < rows.clipTo,
    );
    return (
      <div
        key={`${rows.clipFrom} ${columns.clipFrom}`}
        className="charts"
        style={{
          left: geometry.left + columns.clipFrom,
          top: geometry.top + rows.clipFrom,
          width: columns.clipTo - columns.clipFrom,
          height: rows.clipTo - rows.clipFrom,
        }}
      >
        {shown.map((chart) => (
          <div
            key={chart.id}
            className="chart"
            role="img"
            aria-label={say('chart.label', { title: chart.title ?? chart.name })}
            style={{
              left: chart.left * pixels - offset.x - columns.clipFrom,
              top: chart.top * pixels - offset.y - rows.clipFrom,
              width: chart.width * pixels,
              height: chart.height * pixels,
            }}
          >
            <ChartCanvas
              desk={desk}
              chart={chart}
              version={version}
              width={chart.width * pixels}
              height={chart.height * pixels}
            />
          </div>
        ))}
      </div>
    );
  });
}

interface ChartCanvasProps {
  readonly desk: Desk;
  readonly chart: Chart;
  readonly version: number;
  readonly width: number;
  readonly height: number;
}

/** One chart; drawn again only when what it shows has changed. */
const ChartCanvas = memo(function ChartCanvas({ desk, chart, version, width, height }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useMemo(() => (version >= 0 ? chartView(desk.sheet, chart) : undefined), [desk.sheet, chart, version]);
  const shown = JSON.stringify({ ...view, example: view?.writeValue(1234.5) });
  const latest = useRef(view);
  latest.current = view;
  useEffect(() => {
    const element = canvas.current;
    let remove: (() => void) | undefined;
    let isGone = false;
    void import('./drawChart').then(({ drawChart }) => {
      if (!isGone && element && latest.current) remove = drawChart(element, latest.current);
    });
    return () => {
      isGone = true;
      remove?.();
    };
  }, [shown, width, height]);
  return <canvas ref={canvas} width={Math.round(width)} height={Math.round(height)} />;
});
