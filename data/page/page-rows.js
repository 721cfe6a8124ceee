// The page of differences: filters, and the boxes with the number of each source side by side.

// Small letters without what a search does not mind.
function simplify(text) {
    return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

// What a search looks through, by row; made when it is first needed.
const searchable = [];

function rowText(row) {
    if (searchable[row] === undefined) {
        const village = villages[rows.village[row]];
        const field = fields[rows.field[row]];
        const station = rows.station[row];
        const odd = data.baris.lain[row] || [];
        searchable[row] = simplify([
            station >= 0 ? `tps ${data.tps[station]} ${stationCode(station)}` : '',
            village ? `${village.name} ${districts[village.district].name}` : '',
            field ? `${field.box} ${field.short} ${field.name}` : '',
            ...odd,
            ...findingsOf(row).map(i => data.aturan[data.temuan.aturan[i]][0]),
        ].join(' '));
    }
    return searchable[row];
}

function filterRows() {
    const wanted = simplify(state.search).split(/\s+/).filter(part => part !== '');
    const code = data.aturan.findIndex(([name]) => name === state.rule);
    const cause = data.sebab.findIndex(([name]) => name === state.cause);
    const severity = state.severity === '' ? -1 : Number(state.severity);
    const has = (row, column, value) => findingsOf(row).some(i => column[i] === value);
    return rowsIn(villagesIn(state.area)).filter(row =>
        (state.status === '' || rows.status[row] === state.status ||
         state.status === 'left' && isLeft(row)) &&
        (severity < 0 || has(row, data.temuan.tingkat, severity)) &&
        (code < 0 || has(row, data.temuan.aturan, code)) &&
        (cause < 0 || has(row, data.temuan.sebab, cause)) &&
        wanted.every(part => rowText(row).includes(part)));
}

// ---- filters ----

function choice(key, label, options) {
    const select = make('select', { id: `filter-${key}`,
                                    change: event => changeFilter({ [key]: event.target.value }) },
        ...[['', word('any')], ...options].map(([value, text]) =>
            make('option', { value, selected: value === state[key] }, text)));
    return make('label', {}, make('span', {}, label), ' ', select);
}

// The filters stay as they are, so that whoever types into one goes on typing.
function changeFilter(changes) {
    Object.assign(state, changes);
    list.selected = 0;
    list.wanted = '';
    writeState();
    byId('rows').replaceChildren(...rowsPart());
    layoutList();
}

const NO_FILTERS = { search: '', rule: '', cause: '', severity: '', status: '' };

function clearFilters() {
    list.selected = 0;
    list.wanted = '';
    show(NO_FILTERS);
}

// Shows the rows that @filter leaves, whatever was looked for before.
function showFiltered(filter) {
    list.selected = 0;
    list.wanted = '';
    show(Object.assign({ view: 'differences' }, NO_FILTERS, filter));
}

function filters() {
    const codes = data.aturan.map(([code, label]) => [code, `${code} ${label || ''}`]);
    const causes = data.sebab.map(([cause, label]) => [cause, label || cause]);
    const byText = (a, b) => (a[1] < b[1] ? -1 : 1);
    return make('form', { class: 'filters', role: 'search',
                          submit: event => event.preventDefault() },
        make('label', {}, make('span', {}, word('search')), ' ',
            make('input', { type: 'search', id: 'search', value: state.search,
                            placeholder: word('search_hint'), autocomplete: 'off',
                            input: event => changeFilter({ search: event.target.value }) })),
        choice('status', word('status'),
               ['left', ...STATUSES].map(status => [status, word(`status_${status}`)])),
        choice('severity', word('severity'), ['0', '1', '2']
            .map(severity => [severity, word(`severity_${severity}`)])),
        choice('rule', word('rule'), codes.sort(byText)),
        choice('cause', word('cause'), causes.sort(byText)),
        make('button', { type: 'button', id: 'clear', click: clearFilters }, word('clear')));
}

// ---- rows ----

function statusText(row) {
    const decision = decisionOf(row);
    if (!decision)
        return word(`status_${rows.status[row]}`);
    if (rows.status[row] === 'stale')
        return word('status_stale');
    if (rows.field[row] === WHOLE_FORM)
        return `${word('noted')} (${decision[2]})`;
    const number = cellText(decision[1]);
    return `${word(decision[0] === decision[1] ? 'kept' : 'changed', number)} (${decision[2]})`;
}

function rowReason(row) {
    const found = findingsOf(row);
    const codes = Array.from(new Set(found.map(i => data.aturan[data.temuan.aturan[i]][0])));
    const cause = found.map(i => data.temuan.sebab[i]).find(i => i >= 0);
    const first = found.length > 0 ? data.aturan[data.temuan.aturan[found[0]]][1] : '';
    return { codes, text: cause === undefined ? first || '' : data.sebab[cause][1] ||
             data.sebab[cause][0] };
}

function valueCell(row, source) {
    const value = rows.value[source.index][row];
    const first = rows.value[0][row];
    const cell = make('span', { role: 'gridcell', class: 'number', title: cellTitle(value) },
                      make('b', { class: value === BLANK ? 'blank' : null }, cellText(value)));
    if (source.index > 0 && value >= 0 && first >= 0 && value !== first)
        cell.append(make('small', { class: 'off' }, formatSigned(value - first)));
    return cell;
}

const STATUS_MARKS = { open: '\u25cb', stale: '!', decided: '\u2713', settled: '\u2713',
                       note: '\u00b7' };

function differenceRow(row) {
    const village = villages[rows.village[row]];
    const reason = rowReason(row);
    const status = rows.status[row];
    return make('div', { class: `row is-${status}`, role: 'row' },
        make('span', { role: 'gridcell', class: 'where' }, make('b', {}, rowPlace(row)),
             make('small', {}, village ? village.name : '')),
        make('span', { role: 'gridcell', class: 'what' }, make('b', {}, rowTitle(row)),
             make('small', {}, data.baris.n[row] > 0 ? severityMark(rows.severity[row]) : null,
                  data.baris.n[row] > 0 ? word(`severity_${rows.severity[row]}`) : '')),
        ...sources.map(source => valueCell(row, source)),
        make('span', { role: 'gridcell', class: 'why' }, make('b', {}, reason.codes.join(' ')),
             make('small', {}, reason.text)),
        make('span', { role: 'gridcell', class: 'status' },
             make('span', { class: 'mark', 'aria-hidden': 'true' },
                  STATUS_MARKS[status]),
             statusText(row)));
}

function rowsPart() {
    const indices = filterRows();
    const head = make('div', { class: 'row head', role: 'row' },
        ...[word('station'), word('box')].map(text =>
            make('span', { role: 'columnheader' }, text)),
        ...sources.map(source => make('span', { role: 'columnheader', class: 'number' },
                                      source.label)),
        make('span', { role: 'columnheader' }, word('reason')),
        make('span', { role: 'columnheader' }, word('status')));
    const shown = word('shown', formatNumber(indices.length))
        .replace('{m}', formatNumber(rowsIn(villagesIn(state.area)).length));
    return [make('p', { class: 'shown', role: 'status' }, shown), head,
            makeList(indices, differenceRow, openSelected),
            indices.length === 0 ? make('p', { class: 'none' }, word('nothing')) : null]
        .filter(part => part !== null);
}

function differences() {
    return [filters(), make('div', { id: 'rows' }, ...rowsPart())];
}

function openSelected() {
    const row = list.indices[list.selected];
    if (row !== undefined && rows.station[row] >= 0)
        openForm(rows.station[row], row);
    else if (row !== undefined)
        openRegion(row);
}
