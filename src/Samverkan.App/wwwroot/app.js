// What the pages cannot do without a script: the theme, the charts, copying and saving.
(() => {
    const plotly = '_content/Plotly.Blazor/plotly-basic-3.7.0.min.js';
    const dashes = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'dash', 'dot', 'dashdot', 'longdash'];
    const drawn = new Map();
    let loading;

    const months = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
    const days = ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'];
    const swedish = {
        days, shortDays: days.map(day => day.slice(0, 3)), months, shortMonths: months.map(month => month.slice(0, 3)), date: '%Y-%m-%d',
        decimal: ',', thousands: '\u202f', grouping: [3],
    };
    const language = () => document.documentElement.lang === 'sv' ? 'sv' : 'en';

    const load = () => loading ??= new Promise((done, failed) => {
        const script = document.createElement('script');
        script.src = plotly;
        script.onload = () => {
            window.Plotly.register({ moduleType: 'locale', name: 'sv', dictionary: {}, format: swedish });
            done(window.Plotly);
        };
        script.onerror = failed;
        document.head.append(script);
    });

    // Asked once a theme: between two drawings the browser would work out every style anew.
    const palette = new Map();
    const style = name => palette.get(name) ?? palette.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim()).get(name);
    const colour = place => style(`--s${place % dashes.length}`);
    const faint = (hex, share) => {
        const n = parseInt(hex.slice(1), 16);
        return `rgba(${n >> 16},${n >> 8 & 255},${n & 255},${share})`;
    };
    const date = month => `${month}-01`;
    const digits = '.4~g';
    const suffix = spec => spec.unit.startsWith('%') ? ' %' : '';

    const traces = {
        band: spec => spec.series.flatMap(s => {
            const x = spec.x.map(date), c = colour(s.place), ink = { color: c, width: 2, dash: dashes[s.place % dashes.length] };
            const edge = { x, mode: 'lines', line: { width: 0 }, hoverinfo: 'skip', showlegend: false };
            const range = s.low.length ? [{ ...edge, y: s.low }, { ...edge, y: s.high, fill: 'tonexty', fillcolor: faint(c, .16) }] : [];
            const hover = s.low.length ? '%{y:' + digits + '} (%{customdata[0]:' + digits + '} – %{customdata[1]:' + digits + '})' : '%{y:' + digits + '}';
            const thin = { ...edge, line: { color: c, width: 1, dash: 'dot' } };
            const unknown = s.unknownLow?.length ? [{ ...thin, y: s.unknownLow }, { ...thin, y: s.unknownHigh }] : [];
            return [...range, ...unknown, { x, y: s.y, name: s.name, mode: 'lines', line: ink, customdata: s.y.map((_, i) => [s.low[i], s.high[i]]), hovertemplate: hover }];
        }),
        step: spec => spec.series.map(s => ({
            x: spec.x.map(date), y: s.y, name: s.name, mode: 'lines', hovertemplate: '%{y:.0f} %',
            line: { color: colour(s.place), width: 2.5, dash: dashes[s.place % dashes.length], shape: 'hv' } })),
        interval: spec => spec.series.flatMap((s, i) => {
            const y = spec.x.map((_, row) => row + (i - (spec.series.length - 1) / 2) * .22);
            // A segment a row: the range need not have the difference within it.
            const unknown = s.unknownLow?.length ? [{
                y: y.flatMap(at => [at, at, null]), x: y.flatMap((_, row) => [s.unknownLow[row], s.unknownHigh[row], null]), mode: 'lines',
                line: { color: faint(colour(s.place), .5), width: 1.5 }, hoverinfo: 'skip', showlegend: false }] : [];
            return [...unknown, {
            y, x: s.y, name: s.name, mode: 'markers',
            marker: { color: colour(s.place), size: 9, symbol: i }, text: spec.x, customdata: s.y.map((_, row) => [s.low[row], s.high[row]]),
            error_x: { type: 'data', symmetric: false, array: s.y.map((v, row) => s.high[row] - v), arrayminus: s.y.map((v, row) => v - s.low[row]), color: colour(s.place), thickness: 2, width: 5 },
            hovertemplate: '%{text}: %{x:+.3~g}' + suffix(spec) + ' (%{customdata[0]:+.3~g} – %{customdata[1]:+.3~g})' }];
        }),
    };

    const wrapped = (text, width) => text.split(' ').reduce((lines, word) => {
        if ((lines.at(-1) + ' ' + word).length > width) lines.push(word); else lines.push((lines.pop() + ' ' + word).trim());
        return lines;
    }, ['']).join('<br>');

    const layout = (spec, place) => {
        const ink = style('--ink'), grid = style('--line'), narrow = place.clientWidth < 480;
        const timed = spec.kind === 'band' || spec.kind === 'step';
        const axis = { gridcolor: grid, zerolinecolor: style('--quiet'), linecolor: grid, automargin: true, fixedrange: true };
        return {
            separators: language() === 'sv' ? ',\u202f' : '.,', height: spec.height, margin: { l: 46, r: 12, t: 16, b: 32 }, paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
            font: { color: ink, family: 'system-ui, sans-serif', size: narrow ? 11 : 12 }, showlegend: false, hovermode: timed ? 'x unified' : 'closest',
            hoverlabel: { bgcolor: style('--surface'), bordercolor: grid, font: { color: ink } },
            xaxis: timed ? { ...axis, type: 'date', hoverformat: '%B %Y', nticks: narrow ? 5 : 8 } : { ...axis, zeroline: true, zerolinewidth: 2, ticksuffix: suffix(spec) },
            yaxis: spec.kind === 'interval'
                ? { ...axis, autorange: 'reversed', tickmode: 'array', tickvals: spec.x.map((_, i) => i), ticktext: spec.x.map(x => wrapped(x, narrow ? 24 : 60)), zeroline: false }
                : { ...axis, rangemode: spec.fromZero ? 'tozero' : 'normal', nticks: 6 },
            shapes: spec.markers.map(m => ({ type: 'line', x0: date(m.x), x1: date(m.x), y0: 0, y1: 1, yref: 'paper', line: { color: style('--quiet'), width: 1, dash: 'dash' } })),
            annotations: spec.markers.map(m => ({ x: date(m.x), y: 1, yref: 'paper', yanchor: 'bottom', text: m.label, showarrow: false, font: { size: 11, color: style('--quiet') } })),
        };
    };

    const draw = async place => {
        const spec = drawn.get(place);
        if (!spec) return;
        const library = await load();
        if (!place.isConnected) return;
        await library.react(place, traces[spec.kind](spec), layout(spec, place), { displayModeBar: false, responsive: true, locale: language() });
        place.dataset.drawn = 'yes';
    };

    // What a reader sees is drawn at once, the rest one by one when the browser has nothing better to do, the nearest first.
    const waiting = new Set();
    let resting = true;
    const off = place => {
        const box = place.getBoundingClientRect();
        return Math.max(0, box.top - innerHeight, -box.bottom);
    };
    const idle = window.requestIdleCallback ?? setTimeout;
    const rest = () => idle(async () => {
        const next = [...waiting].map(place => [off(place), place]).sort((a, b) => a[0] - b[0])[0]?.[1];
        if (next) {
            waiting.delete(next);
            await draw(next);
        }
        resting = waiting.size === 0;
        if (!resting) rest();
    });
    const schedule = places => {
        const seen = places.filter(place => off(place) === 0);
        for (const place of places) {
            delete place.dataset.drawn;
            if (seen.includes(place)) waiting.delete(place); else waiting.add(place);
        }
        if (resting && waiting.size) {
            resting = false;
            rest();
        }
        return Promise.all(seen.map(draw));
    };

    const cell = value => value === null || value === undefined ? '' : /[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
    const csv = spec => {
        const timed = spec.kind === 'band' || spec.kind === 'step';
        const wide = spec.series.some(s => s.unknownLow?.length);
        const head = [timed ? 'month' : 'row', 'series', 'value', 'low', 'high', 'unit', ...(wide ? ['unknownLow', 'unknownHigh'] : [])];
        const rows = spec.series.flatMap(s => spec.x.map((x, i) => [x, s.name, s.y[i], s.low[i], s.high[i], spec.unit, ...(wide ? [s.unknownLow?.[i], s.unknownHigh?.[i]] : [])]));
        return [head, ...rows].map(row => row.map(cell).join(',')).join('\n') + '\n';
    };

    const keep = (url, name) => {
        const link = document.createElement('a');
        link.href = url;
        link.download = name;
        document.body.append(link);
        link.click();
        link.remove();
    };
    const keepText = (text, name, type) => {
        const url = URL.createObjectURL(new Blob([text], { type }));
        keep(url, name);
        setTimeout(() => URL.revokeObjectURL(url), 10000);
    };

    // Who has chosen no theme gets the one of their machine, from the first picture on.
    if (!document.cookie.includes('samverkan-theme=') && matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.dataset.theme = 'dark';

    // A page is there before the program listens to it. What a quick reader clicks or types meanwhile is done again once it does;
    // elements are known by their place, as they are drawn anew then.
    const early = new Map(), tags = 'button, input, select';
    const remember = event => {
        const element = event.target.closest?.(tags);
        if (!element || document.documentElement.dataset.ready) return;
        early.set(`${event.type} ${[...document.querySelectorAll(tags)].indexOf(element)}`, { type: event.type, id: element.id, text: element.textContent, value: element.value });
    };
    document.addEventListener('click', remember, true);
    document.addEventListener('input', remember, true);
    const catchUp = () => {
        for (const [key, was] of early) {
            const element = document.querySelectorAll(tags)[Number(key.split(' ')[1])];
            if (!element || element.id !== was.id || element.textContent !== was.text) continue;
            if (was.type === 'click' && element.tagName === 'BUTTON') element.click();
            if (was.type === 'input') {
                element.value = was.value;
                for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
            }
        }
        early.clear();
    };

    window.samverkan = {
        ready: () => {
            document.documentElement.dataset.ready = 'yes';
            catchUp();
        },
        prefersDark: () => matchMedia('(prefers-color-scheme: dark)').matches,
        theme: (dark, chosen) => {
            document.documentElement.dataset.theme = dark ? 'dark' : 'light';
            if (chosen) document.cookie = `samverkan-theme=${dark ? 'dark' : 'light'}; path=/; max-age=31536000; samesite=strict${location.protocol === 'https:' ? '; secure' : ''}`;
            palette.clear();
            requestAnimationFrame(() => schedule([...drawn.keys()]));
        },
        chart: (place, spec) => {
            drawn.set(place, spec);
            return schedule([place]);
        },
        forget: place => { drawn.delete(place); waiting.delete(place); window.Plotly?.purge(place); },
        save: async (place, format) => {
            const spec = drawn.get(place), name = `${spec.name.replaceAll('.', '-')}.${format}`;
            if (format === 'csv') return keepText(csv(spec), name, 'text/csv');
            const library = await load();
            const drawnHere = layout(spec, place), below = wrapped(spec.source, 150), foot = 96 + 14 * below.split('<br>').length;
            const source = { text: below, x: 0, xref: 'paper', xanchor: 'left', y: 0, yref: 'paper', yanchor: 'top', yshift: -86, align: 'left', showarrow: false, font: { size: 10, color: style('--quiet') } };
            const whole = { data: traces[spec.kind](spec), config: { locale: language() }, layout: { ...drawnHere, annotations: [...drawnHere.annotations, source], paper_bgcolor: style('--surface'), title: { text: `${spec.title} (${spec.unit})`, font: { size: 15 } }, showlegend: true, legend: { orientation: 'h', y: -.18 }, margin: { l: 60, r: 20, t: 50, b: foot } } };
            keep(await library.toImage(whole, { format, width: 1000, height: Math.max(520, spec.height + 160), scale: format === 'png' ? 2 : 1 }), name);
        },
        keepText,
        copy: async text => {
            try { await navigator.clipboard.writeText(text); return true; } catch { return false; }
        },
        // Dragging a bar of the timeline moves it by whole months; the program draws it where it then stands.
        timeline: (place, program) => place.addEventListener('pointerdown', down => {
            const bar = down.target.closest('.timeline-bar');
            if (!bar) return;
            const width = bar.parentElement.clientWidth / Number(getComputedStyle(place).getPropertyValue('--months'));
            const months = at => Math.round((at.clientX - down.clientX) / width);
            bar.setPointerCapture(down.pointerId);
            bar.onpointermove = move => { bar.style.transform = `translateX(${months(move) * width}px)`; };
            bar.onpointerup = up => {
                bar.onpointermove = bar.onpointerup = null;
                bar.style.transform = '';
                program.invokeMethodAsync('Dragged', bar.dataset.id, months(up));
            };
        }),
    };
})();
