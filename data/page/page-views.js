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

function figure(label, value, note, bar, { id, open } = {}) {
    return make(open ? 'button' : 'div', { class: 'figure', type: open ? 'button' : null, id,
                                           click: open },
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

// A share of sums from which something is missing is no more certain than they are.
function shareText(part, whole) {
    const share = formatShare(part.value, whole.value);
    return share !== '' && part.missing + whole.missing > 0 ? `${share}*` : share;
}

const tableSources = sources.filter(source => source.isTable);

// The sources side by side: from how many stations of @list their sums come, and whether they are
// the same ones as those of the first.
function sumColumns(list) {
    return tableSources.map(source => ({ source, states: countStates(list, source.index),
                                         isSame: haveSameForms(0, source.index, list) }));
}

// The sums of the other sources with what they are more or less than that of the first. Sums from
// which something is missing, or of other stations, differ without a difference.
function besideCells(columns, sums) {
    return sums.slice(1).map((sum, i) => {
        const cell = make('td', { class: 'number' }, sumText(sum));
        if (columns[i + 1].isSame && sum.missing + sums[0].missing === 0 && sum.value >= 0 &&
            sums[0].value >= 0 && sum.value !== sums[0].value)
            cell.append(' ', make('small', { class: 'off' },
                                  formatSigned(sum.value - sums[0].value)));
        return cell;
    });
}

// How many stations the sums are of, which the sums themselves do not show.
function standing({ received, expected, outside }) {
    const of = word(hasRegister ? 'of_registered' : 'of_known', formatNumber(expected));
    const isWhole = received === expected && outside === 0;
    return make('p', { class: isWhole ? 'standing' : 'standing partly' },
        `${word('stations_in')}: ${formatNumber(received)} ${of}`,
        outside > 0 ? `; ${word('outside', formatNumber(outside))}` : '');
}

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
    const totals = ['suara_sah', 'suara_tidak_sah', 'suara_total'].map(name => {
        const field = fieldByName.get(name);
        return field ? sumOf(0, field, list) : { value: NOT_CARRIED, missing: 0 };
    });
    const part = i => shareText(totals[i], totals[2]);
    const opened = (id, label, n, status) => figure(word(label), formatNumber(n), word('boxes'),
        null, { id, open: () => showFiltered({ status }) });
    return make('div', { class: 'figures' },
        figure(word('stations_in'), formatNumber(states.received),
               word(hasRegister ? 'of_registered' : 'of_known', formatNumber(states.expected)),
               stateBar(states)),
        figure(word('valid'), sumText(totals[0]) || '\u2013', part(0)),
        figure(word('invalid'), sumText(totals[1]) || '\u2013', part(1)),
        figure(word('votes'), sumText(totals[2]) || '\u2013'),
        opened('figure-left', 'left_differences', inArea.filter(isLeft).length, 'left'),
        opened('figure-decided', 'decided_differences',
               inArea.filter(row => rows.status[row] === 'decided').length, 'decided'));
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
    const share = shareText(line.sum, whole);
    return make('li', {},
        make('span', { class: 'ballot' }, String(line.field.contestant)),
        make('span', { class: 'name' }, name),
        makeBar([['votes', Math.max(line.sum.value, 0)]], most, `${name} ${share}`),
        make('span', { class: 'number' }, sumText(line.sum) || '\u2013'),
        make('span', { class: 'share' }, share));
}

function wholeOf(lines) {
    return { value: lines.reduce((sum, line) => sum + Math.max(line.sum.value, 0), 0),
             missing: lines.reduce((sum, line) => sum + line.sum.missing, 0) };
}

function overviewResults(list) {
    const FEW = 8;
    const lines = resultLines(list);
    const most = Math.max(1, ...lines.map(line => line.sum.value));
    const whole = wholeOf(lines);
    const best = lines.length <= FEW ? lines
        : lines.slice().sort((a, b) => b.sum.value - a.sum.value).slice(0, FEW);
    return section(word('results'), standing(countStates(list)),
        make('ol', { class: 'results' }, ...best.map(line => resultBar(line, most, whole))),
        lines.length <= FEW ? null
            : make('button', { type: 'button', class: 'more', id: 'more',
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
            make('button', { type: 'button', id: `tally-${Object.values(entry.filter)}`,
                             click: () => showFiltered(entry.filter) },
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
    return [
        tallyList(word('by_severity'), [0, 1, 2].filter(i => severities.has(i)).map(i => ({
            name: word(`severity_${i}`), n: severities.get(i), mark: severityMark(i),
            filter: { severity: String(i) } }))),
        tallyList(word('by_rule'), largest(Array.from(codes, ([i, n]) => ({
            name: `${data.aturan[i][0]} ${data.aturan[i][1] || ''}`, n,
            filter: { rule: data.aturan[i][0] } })))),
        tallyList(word('by_cause'), largest(Array.from(causes, ([i, n]) => ({
            name: data.sebab[i][1] || data.sebab[i][0], n,
            filter: { cause: data.sebab[i][0] } })))),
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
            name: district.name, area: `k${district.code}`,
            list: villages.filter(village => village.district === district.index) }));
    return list.map(village => ({ name: village.name, area: `d${village.code}`,
                                  list: [village] }));
}

function overviewProgress(list, inArea) {
    const open = new Map();
    for (const row of inArea)
        if (isLeft(row))
            open.set(rows.village[row], (open.get(rows.village[row]) || 0) + 1);
    const line = part => {
        const states = countStates(part.list);
        const left = part.list.reduce((sum, one) => sum + (open.get(one.index) || 0), 0);
        return make('li', {}, make('button', { type: 'button', id: `part-${part.area}`,
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

function resultCells(field, list, columns, whole) {
    const sums = columns.map(({ source }) => sumOf(source.index, field, list));
    return [make('td', { class: 'number strong' }, sumText(sums[0])),
            make('td', { class: 'number' }, shareText(sums[0], whole)),
            ...besideCells(columns, sums)];
}

function resultRow(line, most, cells, parts) {
    const number = line.field.contestant;
    const name = contestantName(number);
    const fold = () => {
        if (!unfolded.delete(number))
            unfolded.add(number);
        render();
    };
    return make('tr', {},
        make('td', { class: 'strong' }, String(number)),
        make('th', { scope: 'row' }, name, parts.length === 0 ? null
            : make('button', { type: 'button', class: 'fold', id: `fold-${number}`, click: fold,
                               'aria-expanded': String(unfolded.has(number)) },
                   word('show_candidates'))),
        make('td', { class: 'bars' }, makeBar([['votes', Math.max(line.sum.value, 0)]], most,
                                              name)),
        ...cells);
}

function partName(field) {
    if (field.role === ROLE_PARTY)
        return word('party_votes');
    return field.person ? `${field.candidate}. ${field.person}`
        : word('candidate', field.candidate);
}

function partRow(field, cells) {
    return make('tr', { class: 'part' },
        make('td', {}),
        make('td', { colspan: '2' }, partName(field)),
        ...cells);
}

function sourceHeads(columns, first) {
    return columns.map(({ source, states }, i) => make('th', { scope: 'col', class: 'number',
        colspan: i === 0 && first ? '2' : null }, source.label,
        make('small', {}, word('n_stations', formatNumber(states.received + states.outside)))));
}

function resultsTable(list) {
    const lines = resultLines(list);
    const most = Math.max(1, ...lines.map(line => line.sum.value));
    const whole = wholeOf(lines);
    const columns = sumColumns(list);
    const body = make('tbody', {});
    for (const line of lines) {
        const number = line.field.contestant;
        const parts = fields.filter(field => field.contestant === number &&
                                    field.role > ROLE_VOTES);
        const cells = field => resultCells(field, list, columns, whole);
        body.append(resultRow(line, most, cells(line.field), parts));
        if (unfolded.has(number))
            body.append(...parts.map(field => partRow(field, cells(field))));
    }
    return make('table', { class: 'numbers' },
        make('thead', {}, make('tr', {},
            make('th', { scope: 'col' }, word('number')),
            make('th', { scope: 'col' }, word('contestant')),
            make('th', { scope: 'col' }),
            ...sourceHeads(columns, true))),
        body);
}

// The other boxes, with their columns L, P, JML side by side.
function sumsTable(list) {
    const columns = sumColumns(list);
    const body = make('tbody', {});
    for (const field of fields.filter(one => one.role === ROLE_ADMIN)) {
        const sums = columns.map(({ source }) => sumOf(source.index, field, list));
        body.append(make('tr', {},
            make('td', {}, field.box),
            make('th', { scope: 'row' }, field.short),
            make('td', { class: 'number strong' }, sumText(sums[0])),
            ...besideCells(columns, sums)));
    }
    return make('table', { class: 'numbers' },
        make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, word('number')),
            make('th', { scope: 'col' }, word('box')), ...sourceHeads(columns, false))),
        body);
}

function results() {
    const list = villagesIn(state.area);
    const other = state.order === 'votes' ? 'number' : 'votes';
    return [section(word('results'), standing(countStates(list)),
                    make('p', { class: 'actions' }, make('button', { type: 'button', id: 'order',
                        click: () => show({ order: other }) }, word(`order_${other}`))),
                    resultsTable(list)),
            section(word('sums'), sumsTable(list),
                    make('p', { class: 'note' }, word('incomplete_note')))];
}

// ---- stations ----

let stationAt = 0; // the one that Tab comes to; from there the arrows lead to the others

function stationButton(station) {
    const status = stationState(station);
    const open = (rowsOfStation.get(station) || []).filter(isLeft).length;
    return make('button', { type: 'button', class: `station state-${status}`,
                            id: `tps-${stationCode(station)}`,
                            tabindex: station === stationAt ? '0' : '-1',
                            'data-form': String(station),
                            'aria-label': `${word('tps')} ${data.tps[station]}, ` +
                                `${word(`state_${status}`)}, ${open} ${word('left_differences')}` },
                make('span', {}, data.tps[station]),
                open > 0 ? make('small', {}, severityMark(1), formatNumber(open)) : null);
}

// The first station of the area, and the one behind its last: those between them are all inside.
function stationEnds() {
    const list = villagesIn(state.area);
    const last = list[list.length - 1];
    return [list[0].first, last.first + last.n];
}

function reachStation(event) {
    const button = event.target.closest('[data-form]');
    const before = byId(`tps-${stationCode(stationAt)}`);
    if (!button)
        return;
    if (before)
        before.tabIndex = -1;
    button.tabIndex = 0;
    stationAt = Number(button.dataset.form);
}

// So many stations and lines of stations on; the first step is to where one was.
function moveStation(by, lines) {
    const [first, end] = stationEnds();
    const button = byId(`tps-${stationCode(stationAt)}`);
    const grid = getComputedStyle(button.parentElement);
    const columns = grid.gridTemplateColumns.split(' ').length;
    const isStep = Math.abs(by) + Math.abs(lines) === 1;
    const from = isStep && document.activeElement !== button ? stationAt
        : stationAt + by + lines * columns;
    const to = Math.min(Math.max(from, first), end - 1);
    byId(`tps-${stationCode(to)}`).focus();
}

function stations() {
    const [first, end] = stationEnds();
    if (stationAt < first || stationAt >= end)
        stationAt = first;
    const blocks = villagesIn(state.area).map(village => make('section', {
            class: 'village', id: `desa-${village.code}` },
        make('h2', {}, village.name),
        make('div', { class: 'grid' }, ...Array.from({ length: village.n },
            (_, i) => stationButton(village.first + i)))));
    return [stateLegend(), make('div', {
        click: event => {
            const button = event.target.closest('[data-form]');
            if (button)
                openForm(Number(button.dataset.form));
        },
        focusin: reachStation,
    }, ...blocks)];
}
