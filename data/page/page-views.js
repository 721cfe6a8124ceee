// The pages: overview, results, stations. Each function returns elements for the main part.

function section(title, ...children) {
    return make('section', {}, make('h2', {}, title), ...children);
}

// ---- parts ----

const SHOWN_STATES = [STATE_COMPLETE, STATE_INCOMPLETE, 1, 0,
                      ...(hasRegister ? [STATE_UNREGISTERED] : [])];

// A bar of several shares; each has its own pattern besides its colour.
function makeBar(shares, whole, label) {
    const bar = make('span', { class: 'meter', role: 'img', 'aria-label': label });
    for (const [kind, n] of shares) {
        if (n <= 0)
            continue;
        const part = make('span', { class: kind });
        part.style.width = `${100 * n / Math.max(whole, 1)}%`;
        bar.append(part);
    }
    return bar;
}

function stateBar({ counts, expected }) {
    const label = SHOWN_STATES.filter(i => counts[i] > 0)
        .map(i => `${formatNumber(counts[i])} ${word(`state_${i}`)}`).join(', ');
    return makeBar([3, 2, 1].map(i => [`state-${i}`, counts[i]]), expected, label);
}

function figure(label, value, note, bar, open) {
    return make(open ? 'button' : 'div', { class: 'figure', type: open ? 'button' : null,
                                           click: open || undefined },
                make('span', { class: 'label' }, label),
                make('strong', {}, value),
                note ? make('span', { class: 'note' }, note) : null,
                bar || null);
}

// A number of a table, or why there is none.
function cellText(cell) {
    if (cell >= 0)
        return formatNumber(cell);
    return { [BLANK]: word('blank'), [UNREADABLE]: word('unreadable') }[cell] || '';
}

function cellTitle(cell) {
    return { [NOT_CARRIED]: word('not_carried'), [OFF_BALLOT]: word('off_ballot') }[cell];
}

function sumText(sum) {
    return sum.value >= 0 ? formatNumber(sum.value) + (sum.missing > 0 ? '*' : '') : '';
}

// The number of another source with what it is more or less than that of the first.
function besideCell(value, first, text) {
    const cell = make('td', { class: 'number' }, text);
    if (value >= 0 && first >= 0 && value !== first)
        cell.append(' ', make('small', { class: 'off' }, formatSigned(value - first)));
    return cell;
}

const tableSources = sources.filter(source => source.isTable);

// ---- overview ----

function rowsIn(list) {
    const inside = new Set(list.map(village => village.index));
    const all = [];
    for (let row = 0; row < rows.n; row++)
        if (state.area === '' || inside.has(rows.village[row]))
            all.push(row);
    return all;
}

function overviewFigures(list, inArea) {
    const states = countStates(list);
    const amount = status => inArea.filter(row => rows.status[row] === status).length;
    const totals = ['suara_sah', 'suara_tidak_sah', 'suara_total'].map(name => {
        const field = fieldByName.get(name);
        return field ? sumOf(0, field, list) : { value: NOT_CARRIED, missing: 0 };
    });
    const opener = status => () => show({ view: 'differences', status });
    return make('div', { class: 'figures' },
        figure(word('stations_in'), formatNumber(states.received),
               word(hasRegister ? 'of_registered' : 'of_known', formatNumber(states.expected)),
               stateBar(states)),
        figure(word('valid'), sumText(totals[0]) || '\u2013',
               formatShare(totals[0].value, totals[2].value)),
        figure(word('invalid'), sumText(totals[1]) || '\u2013',
               formatShare(totals[1].value, totals[2].value)),
        figure(word('votes'), sumText(totals[2]) || '\u2013'),
        figure(word('open_differences'), formatNumber(amount('open') + amount('stale')),
               word('boxes'), null, opener('open')),
        figure(word('decided_differences'), formatNumber(amount('decided')), word('boxes'), null,
               opener('decided')));
}

function resultLines(list) {
    const lines = contestants.map(field => ({ field, sum: sumOf(0, field, list) }))
        .filter(line => line.sum.value !== NOT_CARRIED);
    if (state.order === 'votes')
        lines.sort((a, b) => b.sum.value - a.sum.value ||
                   a.field.contestant - b.field.contestant);
    return lines;
}

function resultBar(line, most, whole) {
    const name = contestantName(line.field.contestant);
    const share = formatShare(line.sum.value, whole);
    return make('li', {},
        make('span', { class: 'ballot' }, String(line.field.contestant)),
        make('span', { class: 'name' }, name),
        makeBar([['votes', Math.max(line.sum.value, 0)]], most, `${name} ${share}`),
        make('span', { class: 'number' }, sumText(line.sum) || '\u2013'),
        make('span', { class: 'share' }, share));
}

function wholeOf(lines) {
    return lines.reduce((sum, line) => sum + Math.max(line.sum.value, 0), 0);
}

function overviewResults(list) {
    const FEW = 8;
    const lines = resultLines(list);
    const most = Math.max(1, ...lines.map(line => line.sum.value));
    const whole = wholeOf(lines);
    const best = lines.length <= FEW ? lines
        : lines.slice().sort((a, b) => b.sum.value - a.sum.value).slice(0, FEW);
    return section(word('results'),
        make('ol', { class: 'results' }, ...best.map(line => resultBar(line, most, whole))),
        lines.length <= FEW ? null
            : make('button', { type: 'button', class: 'more',
                               click: () => show({ view: 'results' }) }, word('all_results')));
}

// How many rows there are of each kind; a row counts once for each kind.
function tally(inArea, kindsOf) {
    const counts = new Map();
    for (const row of inArea)
        for (const kind of new Set(kindsOf(row)))
            counts.set(kind, (counts.get(kind) || 0) + 1);
    return counts;
}

function tallyList(title, entries) {
    const most = Math.max(1, ...entries.map(entry => entry.n));
    return make('div', { class: 'tally' },
        make('h3', {}, title),
        make('ul', {}, ...entries.map(entry => make('li', {},
            make('button', { type: 'button', click: () => show(entry.filter) },
                make('span', { class: 'name' }, entry.mark || null, entry.name),
                makeBar([['amount', entry.n]], most, `${entry.name} ${entry.n}`),
                make('span', { class: 'number' }, formatNumber(entry.n)))))));
}

function severityMark(severity) {
    return make('span', { class: `mark severity-${severity}`, 'aria-hidden': 'true' },
                ['\u25b2', '\u25c6', '\u25cf', '\u2713'][severity]);
}

function findingTallies(inArea) {
    const FEW = 10;
    const largest = entries => entries.sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))
        .slice(0, FEW);
    const severities = tally(inArea.filter(row => data.baris.n[row] > 0),
                             row => findingsOf(row).map(i => data.temuan.tingkat[i]));
    const codes = tally(inArea, row => findingsOf(row).map(i => data.temuan.aturan[i]));
    const causes = tally(inArea, row => findingsOf(row).map(i => data.temuan.sebab[i])
        .filter(cause => cause >= 0));
    const to = filter => Object.assign({ view: 'differences', search: '', rule: '', cause: '',
                                         severity: '', status: '' }, filter);
    return [
        tallyList(word('by_severity'), [0, 1, 2].filter(i => severities.has(i)).map(i => ({
            name: word(`severity_${i}`), n: severities.get(i), mark: severityMark(i),
            filter: to({ severity: String(i) }) }))),
        tallyList(word('by_rule'), largest(Array.from(codes, ([i, n]) => ({
            name: `${data.aturan[i][0]} ${data.aturan[i][1] || ''}`, n,
            filter: to({ rule: data.aturan[i][0] }) })))),
        tallyList(word('by_cause'), largest(Array.from(causes, ([i, n]) => ({
            name: data.sebab[i][1] || data.sebab[i][0], n,
            filter: to({ cause: data.sebab[i][0] }) })))),
    ];
}

function overviewFindings(inArea) {
    const notes = [];
    if (!data.ada_temuan)
        notes.push(make('p', { class: 'note' }, word('no_findings_given')));
    else if (inArea.length === 0)
        notes.push(make('p', {}, word('nothing')));
    if (data.temuan_lain > 0)
        notes.push(make('p', { class: 'note' },
                        word('other_findings', formatNumber(data.temuan_lain))));
    return section(word('findings'), ...(inArea.length > 0 ? findingTallies(inArea) : []),
                   ...notes);
}

// The parts of the area: kecamatan, or desa, each with its bar.
function areaParts(list) {
    if (state.area === '' && districts.length > 1)
        return districts.map(district => ({
            name: district.name, area: `k${district.index}`,
            list: villages.filter(village => village.district === district.index) }));
    return list.map(village => ({ name: village.name, area: `d${village.index}`,
                                  list: [village] }));
}

function overviewProgress(list, inArea) {
    const open = new Map();
    for (const row of inArea)
        if (rows.status[row] === 'open' || rows.status[row] === 'stale')
            open.set(rows.village[row], (open.get(rows.village[row]) || 0) + 1);
    const line = part => {
        const states = countStates(part.list);
        const left = part.list.reduce((sum, one) => sum + (open.get(one.index) || 0), 0);
        return make('li', {}, make('button', { type: 'button',
                                               click: () => show({ area: part.area }) },
            make('span', { class: 'name' }, part.name),
            stateBar(states),
            make('span', { class: 'number' },
                 `${formatNumber(states.received)}/${formatNumber(states.expected)}`),
            make('span', { class: 'left' }, left > 0 ? severityMark(1) : severityMark(3),
                 left > 0 ? formatNumber(left) : '')));
    };
    return section(word('progress'), stateLegend(),
                   make('ul', { class: 'progress' }, ...areaParts(list).map(line)));
}

function stateLegend() {
    return make('p', { class: 'legend' }, ...SHOWN_STATES.map(i => make('span', {},
        make('span', { class: `swatch state-${i}` }), word(`state_${i}`))));
}

function overview() {
    const list = villagesIn(state.area);
    const inArea = rowsIn(list);
    const isShort = fields.some(field => sumOf(0, field, list).missing > 0);
    return [overviewFigures(list, inArea),
            isShort ? make('p', { class: 'note' }, word('incomplete_note')) : null,
            make('div', { class: 'columns' },
                 make('div', {}, overviewResults(list), overviewProgress(list, inArea)),
                 make('div', {}, overviewFindings(inArea)))].filter(part => part !== null);
}

// ---- results ----

const unfolded = new Set(); // contestants whose candidates are shown

function resultCells(field, list, whole) {
    const sums = tableSources.map(source => sumOf(source.index, field, list));
    return [make('td', { class: 'number strong' }, sumText(sums[0])),
            make('td', { class: 'number' }, formatShare(sums[0].value, whole)),
            ...sums.slice(1).map(sum => besideCell(sum.value, sums[0].value, sumText(sum)))];
}

function resultRow(line, list, most, whole, parts) {
    const number = line.field.contestant;
    const name = contestantName(number);
    const fold = () => {
        if (!unfolded.delete(number))
            unfolded.add(number);
        render();
        byId(`fold-${number}`).focus();
    };
    return make('tr', {},
        make('td', { class: 'strong' }, String(number)),
        make('th', { scope: 'row' }, name, parts.length === 0 ? null
            : make('button', { type: 'button', class: 'fold', id: `fold-${number}`, click: fold,
                               'aria-expanded': String(unfolded.has(number)) },
                   word('show_candidates'))),
        make('td', { class: 'bars' }, makeBar([['votes', Math.max(line.sum.value, 0)]], most,
                                              name)),
        ...resultCells(line.field, list, whole));
}

function partRow(field, list, whole) {
    return make('tr', { class: 'part' },
        make('td', {}),
        make('td', { colspan: '2' }, field.role === ROLE_PARTY ? word('party_votes')
            : word('candidate', field.candidate)),
        ...resultCells(field, list, whole));
}

function sourceHeads(first) {
    return tableSources.map((source, i) => make('th', { scope: 'col', class: 'number',
        colspan: i === 0 && first ? '2' : null }, source.label));
}

function resultsTable(list) {
    const lines = resultLines(list);
    const most = Math.max(1, ...lines.map(line => line.sum.value));
    const whole = wholeOf(lines);
    const body = make('tbody', {});
    for (const line of lines) {
        const number = line.field.contestant;
        const parts = fields.filter(field => field.contestant === number &&
                                    field.role > ROLE_VOTES);
        body.append(resultRow(line, list, most, whole, parts));
        if (unfolded.has(number))
            body.append(...parts.map(field => partRow(field, list, whole)));
    }
    return make('table', { class: 'numbers' },
        make('thead', {}, make('tr', {},
            make('th', { scope: 'col' }, word('number')),
            make('th', { scope: 'col' }, word('contestant')),
            make('th', { scope: 'col' }),
            ...sourceHeads(true))),
        body);
}

// The other boxes, with their columns L, P, JML side by side.
function sumsTable(list) {
    const body = make('tbody', {});
    for (const field of fields.filter(one => one.role === ROLE_ADMIN)) {
        const sums = tableSources.map(source => sumOf(source.index, field, list));
        body.append(make('tr', {},
            make('td', {}, field.box),
            make('th', { scope: 'row' }, field.short),
            make('td', { class: 'number strong' }, sumText(sums[0])),
            ...sums.slice(1).map(sum => besideCell(sum.value, sums[0].value, sumText(sum)))));
    }
    return make('table', { class: 'numbers' },
        make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, word('number')),
            make('th', { scope: 'col' }, word('box')), ...sourceHeads(false))),
        body);
}

function results() {
    const list = villagesIn(state.area);
    const other = state.order === 'votes' ? 'number' : 'votes';
    return [section(word('results'),
                    make('p', { class: 'actions' }, make('button', { type: 'button', id: 'order',
                        click: () => show({ order: other }) }, word(`order_${other}`))),
                    resultsTable(list)),
            section(word('sums'), sumsTable(list),
                    make('p', { class: 'note' }, word('incomplete_note')))];
}

// ---- stations ----

function stationButton(station) {
    const status = stationState(station);
    const open = (rowsOfStation.get(station) || [])
        .filter(row => rows.status[row] === 'open' || rows.status[row] === 'stale').length;
    return make('button', { type: 'button', class: `station state-${status}`,
                            'data-form': String(station),
                            'aria-label': `${word('tps')} ${data.tps[station]}, ` +
                                `${word(`state_${status}`)}, ${open} ${word('open_differences')}` },
                make('span', {}, data.tps[station]),
                open > 0 ? make('small', {}, severityMark(1), formatNumber(open)) : null);
}

function stations() {
    const blocks = villagesIn(state.area).map(village => make('section', { class: 'village' },
        make('h2', {}, village.name),
        make('div', { class: 'grid' }, ...Array.from({ length: village.n },
            (_, i) => stationButton(village.first + i)))));
    return [stateLegend(), make('div', {
        click: event => {
            const button = event.target.closest('[data-form]');
            if (button)
                openForm(Number(button.dataset.form));
        },
    }, ...blocks)];
}
