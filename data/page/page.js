// Puts the page together, listens to keys, and starts.

const views = { overview, results, differences, stations };

// ---- what is always there ----

function renderHeading() {
    const names = districts.length === 1
        ? [[word('kecamatan'), districts[0].name], [word('kabko'), data.kabko]]
        : [[word('kabko'), data.kabko]];
    const meeting = data.rapat;
    const when = [meeting.hari, meeting.tanggal].filter(Boolean).join(', ');
    byId('contest').textContent = data.kontes.nama;
    byId('place').textContent = [
        ...[...names, [word('provinsi'), data.provinsi]].filter(([, name]) => name !== '')
            .map(([level, name]) => `${level} ${name}`),
        [when, meeting.tempat].filter(Boolean).join(', '),
    ].filter(text => text !== '').join(' \u00b7 ');
    for (const element of document.querySelectorAll('[data-t]'))
        element.textContent = word(element.dataset.t);
    for (const element of document.querySelectorAll('[data-label]')) {
        element.setAttribute('aria-label', word(element.dataset.label));
        element.title = word(element.dataset.label);
    }
    byId('fingerprint').textContent = `${word('fingerprint')}, ${sources[0].label}: ${data.sidik}`;
    byId('language').textContent = word('other_language');
    byId('language').lang = state.language === 'id' ? 'en' : 'id';
    byId('theme').textContent = word(`theme_${state.theme}`);
    byId('projector').setAttribute('aria-pressed', String(Number(state.size) >= SIZE_PROJECTOR));
    byId('reloads').hidden = data.muat_ulang === 0;
    byId('reloads').textContent = word('reloads', data.muat_ulang).replace('{m}', writtenAt());
}

function renderTabs() {
    byId('tabs').replaceChildren(...VIEWS.map((view, i) => make('button', {
        type: 'button', role: 'tab', id: `tab-${view}`, 'aria-controls': 'view',
        'aria-selected': String(view === state.view), 'aria-keyshortcuts': String(i + 1),
        tabindex: view === state.view ? '0' : '-1',
        click: () => show({ view }),
    }, make('kbd', {}, String(i + 1)), word(`view_${view}`))));
}

function renderArea() {
    const option = (value, text) => make('option', { value, selected: value === state.area },
                                         text);
    const options = [option('', word('all_areas'))];
    for (const district of districts) {
        const inside = villages.filter(village => village.district === district.index)
            .map(village => option(`d${village.code}`, village.name));
        if (districts.length === 1)
            options.push(...inside);
        else
            options.push(make('optgroup', { label: district.name },
                              option(`k${district.code}`,
                                     `${word('kecamatan')} ${district.name}`), ...inside));
    }
    byId('area').replaceChildren(...options);
}

// The other pages look as this one does.
function renderLinks() {
    const look = addressOf(['language', 'theme', 'size']);
    const links = data.tautan.map(([title, address], i) =>
        make('a', { href: address + look, id: `link-${i}` }, title));
    byId('links').replaceChildren(...links);
    byId('links').hidden = links.length === 0;
}

function render() {
    const focused = document.activeElement === document.body ? null : focusedId();
    dictionary = words[state.language];
    const root = document.documentElement;
    root.lang = state.language;
    root.dataset.theme = state.theme;
    root.dataset.size = state.size;
    root.style.setProperty('--sources', String(sources.length));
    renderHeading();
    renderTabs();
    renderArea();
    renderLinks();
    byId('view').className = `view-${state.view}`;
    byId('view').replaceChildren(...views[state.view]());
    layoutList();
    showOpenForm();
    // What had the focus has it again where it was made anew.
    if (document.activeElement === document.body && focused !== null)
        focusOn(focused);
}

// ---- paper ----

// On each page, as on those of the minutes; the foot has it where a browser leaves that out.
function writeMargin() {
    const text = `${words.id.fingerprint}: ${data.sidik}`;
    document.styleSheets[0].insertRule(
        `@page { @bottom-left { content: "${text}"; font: 8pt sans-serif; } }`);
}

// ---- keys ----

function step(values, value, by) {
    return values[(values.indexOf(value) + by + values.length) % values.length];
}

function resize(by) {
    const size = Math.min(Math.max(Number(state.size) + by, 0), SIZES - 1);
    show({ size: String(size) });
}

function toggleProjector() {
    const large = Number(state.size) >= SIZE_PROJECTOR;
    show({ size: String(large ? SIZE_USUAL : SIZE_PROJECTOR) });
}

function toggleLanguage() {
    show({ language: state.language === 'id' ? 'en' : 'id' });
}

function startSearch() {
    if (state.view !== 'differences')
        show({ view: 'differences' });
    byId('search').focus();
    byId('search').select();
}

function moveRow(by) {
    list.element.focus({ preventScroll: true });
    selectRow(list.selected + by);
}

function turn(by) {
    if (state.form !== '')
        byId(by < 0 ? 'previous' : 'next').click();
}

// What each key does; in a form only those of its own table.
const keys = {
    '1': () => show({ view: VIEWS[0] }),
    '2': () => show({ view: VIEWS[1] }),
    '3': () => show({ view: VIEWS[2] }),
    '4': () => show({ view: VIEWS[3] }),
    '/': startSearch,
    Escape: clearFilters,
    w: () => byId('area').focus(),
    o: () => show({ order: state.order === 'votes' ? 'number' : 'votes' }),
};
// In the other parts these are left to the browser.
const keysOfView = {
    differences: {
        j: () => moveRow(1),
        k: () => moveRow(-1),
        ArrowDown: () => moveRow(1),
        ArrowUp: () => moveRow(-1),
        PageDown: () => moveRow(10),
        PageUp: () => moveRow(-10),
        Home: () => moveRow(-rows.n),
        End: () => moveRow(rows.n),
        Enter: openSelected,
    },
    stations: {
        j: () => moveStation(0, 1),
        k: () => moveStation(0, -1),
        ArrowDown: () => moveStation(0, 1),
        ArrowUp: () => moveStation(0, -1),
        ArrowRight: () => moveStation(1, 0),
        ArrowLeft: () => moveStation(-1, 0),
        PageDown: () => moveStation(0, 10),
        PageUp: () => moveStation(0, -10),
        Home: () => moveStation(-data.tps.length, 0),
        End: () => moveStation(data.tps.length, 0),
    },
};
const formKeys = {
    Escape: closeForm,
    ArrowLeft: () => turn(-1),
    ArrowRight: () => turn(1),
    k: () => turn(-1),
    j: () => turn(1),
};
const keysAnywhere = {
    '+': () => resize(1),
    '-': () => resize(-1),
    p: toggleProjector,
    t: () => show({ theme: step(THEMES, state.theme, 1) }),
    l: toggleLanguage,
    '?': openKeys,
};

const KEY_LIST = [
    ['1 2 3 4', 'key_views'], ['/', 'key_search'], ['j k \u2193 \u2191', 'key_move'],
    ['Home End', 'key_ends'], ['Enter', 'key_open'], ['Esc', 'key_close'],
    ['\u2190 \u2192', 'key_turn'], ['w', 'key_area'], ['o', 'key_order'], ['+ \u2212', 'key_size'],
    ['p', 'key_projector'], ['t', 'key_theme'], ['l', 'key_language'], ['?', 'key_help'],
];

let keysReturn = ''; // what had the focus before

function openKeys() {
    keysReturn = focusedId();
    byId('keys').replaceChildren(
        make('h2', { id: 'keys-title' }, word('keys')),
        make('dl', {}, ...KEY_LIST.flatMap(([key, text]) => [
            make('dt', {}, ...key.split(' ').map(one => make('kbd', {}, one))),
            make('dd', {}, word(text))])),
        make('button', { type: 'button', id: 'close-keys', click: closeKeys }, word('close')));
    byId('keys').hidden = false;
    byId('keys').focus();
    guardBehind();
}

function closeKeys() {
    byId('keys').hidden = true;
    guardBehind();
    focusOn(keysReturn);
}

// Keys that mean something to the element that has the focus are left to it.
function isTakenBy(element, key) {
    if (key === 'Escape')
        return false;
    if (element.matches('input, select'))
        return true;
    if (element.matches('[role=tab]') && /^Arrow(Left|Right)$/.test(key))
        return true;
    return element.matches('button, a, summary') && (key === 'Enter' || key === ' ');
}

function stepTabs(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by && event.target.matches('[role=tab]')) {
        const view = step(VIEWS, state.view, by);
        show({ view });
        byId(`tab-${view}`).focus();
    }
}

// What a key does now.
function actionOf(key) {
    if (!byId('keys').hidden)
        return key === 'Escape' || key === '?' ? closeKeys : undefined;
    const tables = byId('form').hidden ? [keysOfView[state.view] || {}, keys] : [formKeys];
    return [...tables, keysAnywhere].map(table => table[key]).find(Boolean);
}

function onKey(event) {
    const action = actionOf(event.key);
    if (event.ctrlKey || event.altKey || event.metaKey || isTakenBy(event.target, event.key) ||
        !action)
        return;
    if (event.key === 'Escape' && event.target.matches('input, select'))
        event.target.blur();
    action();
    event.preventDefault();
}

// ---- start ----

function start() {
    const place = history.state;
    startReload();
    readState();
    history.replaceState(null, '');
    if (place !== null)
        preparePlace(place);
    render();
    byId('language').addEventListener('click', toggleLanguage);
    byId('theme').addEventListener('click', () => show({ theme: step(THEMES, state.theme, 1) }));
    byId('smaller').addEventListener('click', () => resize(-1));
    byId('larger').addEventListener('click', () => resize(1));
    byId('projector').addEventListener('click', toggleProjector);
    byId('help').addEventListener('click', openKeys);
    byId('area').addEventListener('change', event => show({ area: event.target.value }));
    byId('tabs').addEventListener('keydown', stepTabs);
    byId('skip').addEventListener('click', event => {
        event.preventDefault();
        byId('view').focus();
    });
    document.addEventListener('keydown', onKey);
    window.addEventListener('hashchange', () => {
        readState();
        render();
    });
    window.addEventListener('resize', layoutList);
    window.addEventListener('beforeprint', unrollList);
    window.addEventListener('afterprint', layoutList);
    writeMargin();
    if (place !== null)
        seePlace(place);
}

start();
