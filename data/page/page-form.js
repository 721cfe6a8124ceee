// One form as the paper has it: its sections, the columns of each source, the marked boxes, what is
// said of them.

let formReturn = ''; // what had the focus before
let formAbout = '';  // the form, or the row about a region, that is open

// ---- the boxes ----

// The lines of a section: L, P, JML of one row stand beside each other.
function formLines(section) {
    const lines = [];
    for (const field of fields.filter(one => one.section === section)) {
        const last = lines[lines.length - 1];
        if (last && field.role === ROLE_ADMIN && last.fields[0].row === field.row)
            last.fields.push(field);
        else
            lines.push({ number: field.number, label: field.label, fields: [field] });
    }
    return lines;
}

function formCell({ source, cells }, field, marks, first, span) {
    const value = cells ? cells[field.index] : NOT_CARRIED;
    const row = marks.get(field.index);
    const other = first ? first[field.index] : value;
    const off = value !== other && value >= UNREADABLE && other >= UNREADABLE;
    const text = value >= 0 ? formatNumber(value) : value === UNREADABLE ? word('unreadable')
        : value === BLANK ? word('blank') : '';
    const isMarked = row !== undefined && text !== '';
    const classes = ['number'];
    if (value === BLANK)
        classes.push('blank');
    if (isMarked)
        classes.push(isDone(row) ? 'decided' : 'marked');
    if (off)
        classes.push('unlike');
    const cell = make('td', { class: classes.join(' '), colspan: span > 1 ? String(span) : null,
                              'data-box': `${source.index} ${field.index}`,
                              title: cellTitle(value) });
    if (!isMarked)
        cell.append(text);
    else
        cell.append(make('button', { type: 'button', 'data-row': String(row),
                                     id: `box-${source.index}-${field.name}`,
                                     'aria-label': `${field.box} ${text}, ${word('marked')}` },
                         text));
    return cell;
}

function lineCells(line, form, marks, first) {
    if (line.fields[0].column === 0 || line.fields[0].role !== ROLE_ADMIN)
        return [formCell(form, line.fields[0], marks, first, 3)];
    return [1, 2, 3].map(column => {
        const field = line.fields.find(one => one.column === column);
        return field ? formCell(form, field, marks, first, 1) : make('td', {});
    });
}

// The label of the paper where there is room for it, else the short one.
function lineLabel(line) {
    const field = line.fields[0];
    if (field.role === ROLE_VOTES && contestantNames.has(field.contestant))
        return [contestantNames.get(field.contestant)];
    if (field.person)
        return [`${field.candidate}. ${field.person}`];
    return [make('span', { class: 'long' }, line.label),
            make('span', { class: 'short' }, field.short)];
}

function formHead(columns) {
    return make('thead', {},
        make('tr', {}, make('th', { rowspan: '2', scope: 'col' }, word('number')),
             make('th', { rowspan: '2', scope: 'col' }, word('description')),
             ...columns.map(column => make('th', { colspan: '3', scope: 'colgroup' },
                column.source.label,
                column.revote ? make('small', { class: 'revote' }, column.revote) : null))),
        make('tr', {}, ...columns.flatMap(() => [1, 2, 3].map(i =>
            make('th', { scope: 'col', class: 'number' }, word(`column_${i}`))))));
}

function formTable(station) {
    const piece = pieceOf(villageOfStation[station]);
    const place = station - villages[villageOfStation[station]].first;
    const columns = tableSources.map(source => ({ source, cells: piece.isi[source.index][place],
                                                  revote: piece.psu[source.index][place] }));
    const marks = new Map((rowsOfStation.get(station) || []).map(row => [rows.field[row], row]));
    const table = make('table', { class: 'paper' }, formHead(columns));
    data.bagian.forEach(([number, title], index) => {
        const lines = formLines(index);
        if (lines.length === 0)
            return;
        table.append(make('tbody', {},
            make('tr', { class: 'section' },
                 make('th', { colspan: String(2 + 3 * columns.length), scope: 'rowgroup' },
                      `${number}. ${title}`)),
            ...lines.map(line => make('tr', { class: line.fields[0].role === ROLE_VOTES ? 'sum'
                                                  : null },
                make('td', {}, line.number),
                make('th', { scope: 'row' }, ...lineLabel(line)),
                ...columns.flatMap((column, i) => lineCells(line, column, marks,
                    i > 0 && column.cells ? columns[0].cells : null))))));
    });
    return table;
}

// ---- what is said ----

function decisionList(row) {
    const decision = decisionOf(row);
    if (!decision)
        return null;
    const keys = ['was', 'becomes', 'grounds', 'why', 'incident', 'agreed', 'time'];
    const list = make('dl', {});
    keys.forEach((key, i) => {
        const text = i < 2 ? cellText(decision[i]) : decision[i];
        if (text && (i >= 2 || rows.field[row] !== WHOLE_FORM))
            list.append(make('dt', {}, word(key)), make('dd', {}, text));
    });
    return make('div', { class: 'decision' }, make('h4', {}, word('decision')), list);
}

// The rule of a finding; what it means unfolds.
function ruleOf(finding, id) {
    const [code, label, explanation] = data.aturan[data.temuan.aturan[finding]];
    const severity = data.temuan.tingkat[finding];
    const said = [severityMark(severity), make('b', {}, code),
                  ` ${label || ''} (${word(`severity_${severity}`)})`];
    if (!explanation)
        return make('p', { class: 'rule' }, ...said);
    return make('details', { class: 'rule', id }, make('summary', { id: `${id}-rule` }, ...said),
                make('p', { class: 'note' }, explanation));
}

// What is to be done about a finding: what the rule says, and what its likeliest cause does.
function actionsOf(finding) {
    const cause = data.sebab[data.temuan.sebab[finding]];
    return [data.aturan[data.temuan.aturan[finding]][3], cause ? cause[2] : null]
        .filter(Boolean).join(' ');
}

function sentence(finding, id, piece) {
    const [text, ...origins] = piece.sentences.get(finding);
    const action = actionsOf(finding);
    return make('div', { class: 'finding' },
        ruleOf(finding, id),
        make('p', {}, text),
        action !== '' ? make('p', { class: 'note' }, `${word('action')}: ${action}`) : null,
        ...origins.filter(origin => origin !== '').map(origin =>
            make('p', { class: 'note origin' }, `${word('origin')}: ${origin}`)));
}

function remark(row, piece) {
    const id = `remark-${rowKey(row)}`;
    return make('article', { class: `remark is-${rows.status[row]}`, id, tabindex: '-1' },
        make('h3', {}, rowTitle(row)),
        make('p', { class: 'values' }, ...sources
            .filter(source => rows.value[source.index][row] >= UNREADABLE)
            .map(source => make('span', {}, `${source.label} `,
                make('b', {}, cellText(rows.value[source.index][row]))))),
        make('p', { class: 'status' }, statusText(row)),
        ...findingsOf(row).map((finding, i) => sentence(finding, `${id}-${i}`, piece)),
        decisionList(row));
}

// ---- the dialogue ----

// What is seen of it besides what the address says.
function readForm() {
    const all = selector => Array.from(byId('form').querySelectorAll(selector), one => one.id);
    return {
        about: formAbout,
        tops: ['form', 'sheet'].map(id => (byId(id) ? byId(id).scrollTop : 0)),
        unfolded: all('details[open]'),
        asked: all('.control [aria-pressed=true]'),
        here: all('.remark.here'),
    };
}

// The same again, of a form that was made anew; another one begins at its top.
function seeForm(seen) {
    const top = { tops: [0, 0], unfolded: [], asked: [], here: [] };
    const same = seen.about === formAbout ? seen : top;
    const each = (ids, act) => ids.map(byId).filter(Boolean).forEach(act);
    each(same.unfolded, one => { one.open = true; });
    each(same.asked, one => one.click());
    each(same.here, one => showRemark(findRow(one.id.replace('remark-', '')), false));
    each(['form', 'sheet'], one => { one.scrollTop = same.tops[one.id === 'form' ? 0 : 1]; });
}

function dialogue(about, title, under, buttons, body) {
    const seen = readForm();
    formAbout = about;
    byId('form').replaceChildren(
        make('header', {},
            make('div', {}, make('h2', { id: 'form-title' }, title), make('p', {}, under)),
            make('div', { class: 'tools' }, ...buttons,
                 make('button', { type: 'button', id: 'close', click: closeForm },
                      word('close')))),
        body);
    if (byId('form').hidden)
        formReturn = focusedId();
    byId('form').hidden = false;
    document.body.classList.add('over');
    guardBehind();
    seeForm(seen);
}

function regionNames(village) {
    return [village.name, districts[village.district].name, data.kabko, data.provinsi]
        .filter(name => name !== '').join(' \u00b7 ');
}

function formLegend() {
    return make('p', { class: 'legend' },
        make('span', {}, make('span', { class: 'swatch marked' }), word('legend_finding')),
        make('span', {}, make('span', { class: 'swatch decided' }), word('legend_decided')),
        make('span', {}, make('span', { class: 'swatch blank' }), word('legend_blank')),
        data.kontrol.length === 0 ? null
            : make('span', {}, make('span', { class: 'swatch asked' }), word('legend_asked')));
}

function formOrigins(station) {
    const piece = pieceOf(villageOfStation[station]);
    const place = station - villages[villageOfStation[station]].first;
    return tableSources.map(source => make('p', { class: 'note origin' },
        `${source.label}: ${piece.asal[source.index][place] || word('no_form')}`));
}

function turnButton(key, station, by) {
    const to = station + by;
    return make('button', { type: 'button', id: key, disabled: to < 0 || to >= data.tps.length,
                            click: () => openForm(to) }, word(key));
}

function renderForm(station, row) {
    const village = villages[villageOfStation[station]];
    const said = rowsOfStation.get(station) || [];
    const piece = pieceOf(village.index);
    dialogue(stationCode(station), `${word('tps')} ${data.tps[station]} ${village.name}`,
             `${stationCode(station)} \u00b7 ${regionNames(village)}`,
             [turnButton('previous', station, -1), turnButton('next', station, 1)],
             make('div', { class: 'sides' },
                 make('div', { class: 'sheet', id: 'sheet', tabindex: '0', role: 'group',
                               'aria-labelledby': 'form-title', click: followMark },
                      formLegend(), formTable(station), ...formOrigins(station)),
                 make('div', { class: 'remarks' },
                      ...said.map(one => remark(one, piece)),
                      said.length === 0 ? make('p', {}, word('no_remarks')) : null,
                      controlPart(station))));
    if (row !== undefined)
        showRemark(row, false);
}

function openForm(station, row) {
    const focused = focusedId();
    state.form = stationCode(station);
    state.region = '';
    writeState();
    renderForm(station, row);
    focusOn(focused);
}

// What is said of a region has no form.
function renderRegion(row) {
    const village = villages[rows.village[row]];
    dialogue(rowKey(row), rowPlace(row), village ? regionNames(village) : '', [],
             make('div', { class: 'remarks' }, remark(row, pieceOf(rows.village[row]))));
}

function openRegion(row) {
    state.region = rowKey(row);
    writeState();
    renderRegion(row);
    focusOn('form');
}

function closeForm() {
    byId('form').hidden = true;
    byId('form').replaceChildren();
    document.body.classList.remove('over');
    guardBehind();
    formAbout = '';
    state.form = '';
    state.region = '';
    writeState();
    focusOn(formReturn);
}

// What is open is there again, in the language and with the marks of now.
function showOpenForm() {
    if (state.form !== '')
        renderForm(findStation(state.form));
    else if (state.region !== '')
        renderRegion(findRow(state.region));
    else if (!byId('form').hidden)
        closeForm();
}

// From a marked box to what is said of it.
function followMark(event) {
    const button = event.target.closest('[data-row]');
    if (button)
        showRemark(Number(button.dataset.row), true);
}

function showRemark(row, focus) {
    for (const one of document.querySelectorAll('.remark.here, button.here'))
        one.classList.remove('here');
    const target = byId(`remark-${rowKey(row)}`);
    target.classList.add('here');
    target.scrollIntoView({ block: 'nearest' });
    for (const box of document.querySelectorAll(`[data-row="${row}"]`))
        box.classList.add('here');
    const box = document.querySelector(`[data-row="${row}"]`);
    if (focus)
        target.focus({ preventScroll: true });
    else if (box)
        box.scrollIntoView({ block: 'center' });
}
