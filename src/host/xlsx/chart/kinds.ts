/** How a type of the object model (Excel.ChartType) is said in a chart part. */
export interface ChartKind {
  readonly element:
    'barChart' | 'lineChart' | 'areaChart' | 'pieChart' | 'doughnutChart' | 'scatterChart' | 'radarChart';
  readonly grouping?: 'clustered' | 'standard' | 'stacked' | 'percentStacked';
  readonly direction?: 'col' | 'bar';
  readonly markers?: boolean;
  readonly style?: string;
}

/** Types that can be drawn from nothing. */
export const CHART_KINDS: Readonly<Record<string, ChartKind>> = {
  ColumnClustered: { element: 'barChart', direction: 'col', grouping: 'clustered' },
  ColumnStacked: { element: 'barChart', direction: 'col', grouping: 'stacked' },
  ColumnStacked100: { element: 'barChart', direction: 'col', grouping: 'percentStacked' },
  BarClustered: { element: 'barChart', direction: 'bar', grouping: 'clustered' },
  BarStacked: { element: 'barChart', direction: 'bar', grouping: 'stacked' },
  BarStacked100: { element: 'barChart', direction: 'bar', grouping: 'percentStacked' },
  Line: { element: 'lineChart', grouping: 'standard' },
  LineStacked: { element: 'lineChart', grouping: 'stacked' },
  LineStacked100: { element: 'lineChart', grouping: 'percentStacked' },
  LineMarkers: { element: 'lineChart', grouping: 'standard', markers: true },
  LineMarkersStacked: { element: 'lineChart', grouping: 'stacked', markers: true },
  LineMarkersStacked100: { element: 'lineChart', grouping: 'percentStacked', markers: true },
  Area: { element: 'areaChart', grouping: 'standard' },
  AreaStacked: { element: 'areaChart', grouping: 'stacked' },
  AreaStacked100: { element: 'areaChart', grouping: 'percentStacked' },
  Pie: { element: 'pieChart' },
  Doughnut: { element: 'doughnutChart' },
  XYScatter: { element: 'scatterChart', style: 'lineMarker', markers: true },
  XYScatterLines: { element: 'scatterChart', style: 'lineMarker', markers: true },
  XYScatterLinesNoMarkers: { element: 'scatterChart', style: 'lineMarker' },
  Radar: { element: 'radarChart', style: 'standard' },
};

/** The kind of a type; undefined when it cannot be drawn from nothing. The bridge may say the type in lower camel case. */
export function chartKind(type: string): ChartKind | undefined {
  return CHART_KINDS[type] ?? CHART_KINDS[type.charAt(0).toUpperCase() + type.slice(1)];
}

/** Gap between columns, percent of their width, when nothing is said: closer than Excel's 150, which looks thin. */
export function defaultGap(kind: ChartKind | undefined): number {
  return kind?.grouping === 'stacked' || kind?.grouping === 'percentStacked' ? 60 : 80;
}
