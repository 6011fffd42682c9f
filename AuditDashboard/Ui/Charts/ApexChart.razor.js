// The library loads once a tab. Paths are relative, so that the import map finds the fingerprinted files under any base.
let library;
const load = () => library ??= Promise.all([
  import('../../lib/apexcharts/apexcharts.esm.js').then(module => module.default),
  fetch(new URL('../../lib/apexcharts/ru.json', import.meta.url)).then(answer => answer.json()),
]);

const language = () => document.documentElement.lang || 'ru';
const culture = () => language() === 'ru' ? 'ru-RU' : 'en-US';
const number = options => new Intl.NumberFormat(culture(), options);
const formats = {
  int: value => number({ maximumFractionDigits: 0 }).format(value),
  pct: value => number({ style: 'percent', maximumFractionDigits: 1 }).format(value),
  sec: value => number({ style: 'unit', unit: 'second', unitDisplay: 'short', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value),
  rub: value => number({ style: 'currency', currency: 'RUB', maximumFractionDigits: 0 }).format(value),
};

const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim() || name;
const isDark = () => document.documentElement.dataset.theme === 'dark';
const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

// The top of the value axis: four round steps, whole ones for counts. The library's own choice is often far too high.
function ceiling(series, spec) {
  const length = Math.max(0, ...series.map(line => line.points.length));
  let top = spec.target ?? 0;
  for (let i = 0; i < length; i++) {
    const values = series.map(line => line.points[i]?.[1] ?? 0);
    top = Math.max(top, spec.stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values));
  }
  if (top <= 0) { return spec.format === 'pct' ? 1 : 4; }
  const step = top / 4;
  const magnitude = 10 ** Math.floor(Math.log10(step));
  const whole = spec.format === 'int';
  const factor = [1, 1.5, 2, 2.5, 3, 4, 5, 10].find(f => f * magnitude >= step - 1e-9 && (!whole || Number.isInteger(f * magnitude)));
  return whole && !factor ? 4 : 4 * magnitude * factor;
}

function dates(spec) {
  const make = options => new Intl.DateTimeFormat(culture(), { ...options, timeZone: spec.zone });
  return spec.time === 'hour'
    ? { short: make({ hour: '2-digit', minute: '2-digit' }), full: make({ dateStyle: 'medium', timeStyle: 'short' }) }
    : { short: make({ day: 'numeric', month: 'short' }), full: make({ weekday: 'short', day: 'numeric', month: 'long' }) };
}

function axes(spec, series) {
  const format = value => value == null ? '—' : formats[spec.format](value);
  const date = dates(spec);
  const label = { fontSize: '11px', colors: token('--c-text-2') };
  return {
    xaxis: {
      type: 'datetime', tickAmount: 6, axisBorder: { show: false }, axisTicks: { show: false }, tooltip: { enabled: false },
      crosshairs: { stroke: { color: token('--c-ink-3'), dashArray: 0, width: 1 } },
      labels: { rotate: 0, hideOverlappingLabels: true, style: label, formatter: (_, moment) => date.short.format(moment) },
    },
    yaxis: { tickAmount: 4, min: 0, max: ceiling(series, spec), labels: { offsetX: -6, style: label, formatter: format } },
    tooltip: {
      shared: true, intersect: false, theme: isDark() ? 'dark' : 'light',
      x: { formatter: moment => date.full.format(moment) }, y: { formatter: format },
    },
  };
}

function annotations(spec) {
  const target = {
    y: spec.target, borderColor: token('--c-warn'), strokeDashArray: 4,
    label: {
      text: spec.targetText ?? '', position: 'left', textAnchor: 'start', offsetX: 6, offsetY: -2, borderWidth: 0,
      style: { background: token('--c-surface'), color: token('--c-warn'), fontSize: '11px', fontWeight: 500, padding: { left: 4, right: 4, top: 1, bottom: 2 } },
    },
  };
  const mark = release => ({
    x: release.at, borderColor: token(release.color), strokeDashArray: 3,
    label: {
      text: release.text, orientation: 'horizontal', offsetY: -4, borderWidth: 0,
      style: { background: token('--c-surface'), color: token('--c-text-2'), fontSize: '11px', padding: { left: 4, right: 4, top: 1, bottom: 2 } },
    },
  });
  return { yaxis: spec.target == null ? [] : [target], xaxis: spec.marks.map(mark) };
}

function look(spec, series) {
  const fill = spec.kind === 'area'
    ? {
        type: series.map(line => line.dashed ? 'solid' : 'gradient'), opacity: series.map(line => line.dashed ? 0 : 1),
        gradient: { opacityFrom: isDark() ? .30 : .22, opacityTo: 0, stops: [0, 95] },
      }
    : { type: 'solid', opacity: 1 };
  return {
    theme: { mode: isDark() ? 'dark' : 'light' },
    colors: series.map((_, i) => token(spec.colors[i % spec.colors.length])),
    stroke: {
      curve: 'monotoneCubic', lineCap: 'round', dashArray: series.map(line => line.dashed ? 4 : 0),
      width: series.map(line => spec.kind === 'bar' ? 0 : line.dashed ? 1.5 : 2),
    },
    fill,
    plotOptions: { bar: { columnWidth: '58%', borderRadius: 3, borderRadiusApplication: 'end', borderRadiusWhenStacked: 'last' } },
    dataLabels: { enabled: false },
    // A lone point has no line to be seen by.
    markers: { size: series.some(line => line.points.filter(point => point[1] != null).length > 1) ? 0 : 4, hover: { size: 4 }, strokeColors: token('--c-surface') },
    legend: {
      show: spec.legend && series.length > 1, position: 'top', horizontalAlign: 'left', offsetX: -24, fontSize: '12px', fontWeight: 450,
      labels: { colors: token('--c-text-2') }, markers: { size: 4, shape: 'circle', strokeWidth: 0, offsetX: -3 }, itemMargin: { horizontal: 8, vertical: 0 },
    },
    grid: { borderColor: token('--c-grid'), strokeDashArray: 0, xaxis: { lines: { show: false } }, padding: { left: 8, right: 12, top: -8, bottom: -4 } },
    annotations: annotations(spec),
    ...axes(spec, series),
  };
}

export async function create(element, spec, series, height, dotnet) {
  const [Apex, russian] = await load();
  const data = () => series.map(line => ({ name: line.name, data: line.points }));
  const click = (_event, _chart, point) => {
    if (point.dataPointIndex >= 0) { dotnet.invokeMethodAsync('PointAsync', Math.max(point.seriesIndex, 0), point.dataPointIndex); }
  };
  const config = () => ({
    chart: {
      type: spec.kind, height, width: '100%', stacked: spec.stacked, background: 'transparent', fontFamily: 'inherit',
      toolbar: { show: false }, zoom: { enabled: false }, parentHeightOffset: 0, redrawOnParentResize: true, redrawOnWindowResize: true,
      // English is built in, and a list of locales replaces it.
      ...(language() === 'ru' ? { locales: [russian], defaultLocale: 'ru' } : {}),
      animations: { enabled: !isCalm(), speed: 280, animateGradually: { enabled: false }, dynamicAnimation: { speed: 280 } },
      events: dotnet ? { click } : {},
    },
    series: data(),
    ...look(spec, series),
  });

  let chart;
  let gone = false;
  let queue = Promise.resolve();
  // The library merges new options into the old ones, so a new look needs a new chart. Calls never overlap.
  const build = async () => { chart?.destroy(); chart = new Apex(element, config()); await chart.render(); };
  const run = work => queue = queue.then(() => gone ? undefined : work()).catch(problem => console.warn('chart', problem));
  await run(build);

  const watch = new MutationObserver(() => run(build));
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang'] });

  return {
    update: (newSpec, newSeries) => run(() => {
      const anew = newSpec || newSeries.length !== series.length;
      spec = newSpec ?? spec;
      series = newSeries;
      return anew ? build() : chart.updateOptions({ series: data(), yaxis: axes(spec, series).yaxis }, false, !isCalm());
    }),
    dispose() { gone = true; watch.disconnect(); chart?.destroy(); },
  };
}
