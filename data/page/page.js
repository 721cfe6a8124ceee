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
            .map(village => option(`d${village.index}`, village.name));
        if (districts.length === 1)
            options.push(...inside);
        else
            options.push(make('optgroup', { label: district.name },
                              option(`k${district.index}`,
                                     `${word('kecamatan')} ${district.name}`), ...inside));
    }
    byId('area').replaceChildren(...options);
}

function renderLinks() {
    const links = data.tautan.map(([title, address]) =>
        make('a', { href: address }, title));
    byId('links').replaceChildren(...links);
    byId('links').hidden = links.length === 0;
}

// The form that is open is there again, in the language and with the marks of now.
function showOpenForm() {
    if (state.form !== '')
        renderForm(findStation(state.form));
    else if (!byId('form').hidden)
        closeForm();
}

// What had the focus has it again where it was made anew; else the page has it, not nothing.
function keepFocus(id) {
    if (document.activeElement === document.body && id !== null)
        (byId(id) || byId('view')).focus({ preventScroll: true });
}

function render() {
    const focused = document.activeElement === document.body ? null : document.activeElement.id;
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
    keepFocus(focused);
    showOpenForm();
}

// ---- loading itself again, for a page that is written anew while it is shown ----

function startReload() {
    if (data.muat_ulang === 0)
        return;
    byId('foot').append(make('p', {}, word('reloads', data.muat_ulang)));
    const place = JSON.parse(sessionStorage.getItem('place') || '{}');
    if (place.selected !== undefined && state.view === 'differences') {
        selectRow(place.selected);
        list.element.scrollTop = place.list;
    }
    window.scrollTo(0, place.page || 0);
    setTimeout(() => {
        sessionStorage.setItem('place', JSON.stringify({
            page: window.scrollY, list: list.element ? list.element.scrollTop : 0,
            selected: list.selected }));
        location.reload();
    }, data.muat_ulang * 1000);
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

function move(by) {
    if (state.view === 'differences') {
        list.element.focus({ preventScroll: true });
        selectRow(list.selected + by);
    }
}

function turn(by) {
    if (state.form !== '')
        byId(by < 0 ? 'previous' : 'next').click();
}

// What each key does; in a form only those of the second table.
const keys = {
    '1': () => show({ view: VIEWS[0] }),
    '2': () => show({ view: VIEWS[1] }),
    '3': () => show({ view: VIEWS[2] }),
    '4': () => show({ view: VIEWS[3] }),
    '/': startSearch,
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(10),
    PageUp: () => move(-10),
    Home: () => move(-rows.n),
    End: () => move(rows.n),
    Enter: () => state.view === 'differences' && openSelected(),
    Escape: clearFilters,
    w: () => byId('area').focus(),
    o: () => show({ order: state.order === 'votes' ? 'number' : 'votes' }),
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

function openKeys() {
    formReturn = document.activeElement;
    byId('keys').replaceChildren(
        make('h2', { id: 'keys-title' }, word('keys')),
        make('dl', {}, ...KEY_LIST.flatMap(([key, text]) => [
            make('dt', {}, ...key.split(' ').map(one => make('kbd', {}, one))),
            make('dd', {}, word(text))])),
        make('button', { type: 'button', click: closeKeys }, word('close')));
    byId('keys').hidden = false;
    byId('keys').focus();
}

function closeKeys() {
    byId('keys').hidden = true;
    if (formReturn && formReturn.isConnected)
        formReturn.focus();
}

// Keys that mean something to the element that has the focus are left to it.
function isTakenBy(element, key) {
    if (key === 'Escape')
        return false;
    if (element.matches('input, select'))
        return true;
    if (element.matches('[role=tab]') && /^Arrow(Left|Right)$/.test(key))
        return true;
    return element.matches('button, a') && (key === 'Enter' || key === ' ');
}

function stepTabs(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by && event.target.matches('[role=tab]')) {
        const view = step(VIEWS, state.view, by);
        show({ view });
        byId(`tab-${view}`).focus();
    }
}

// Whatever has the focus inside a dialogue, Tab does not leave it.
function keepInside(event, inside) {
    const all = Array.from(inside.querySelectorAll('button:not([disabled])'));
    const at = all.indexOf(document.activeElement);
    const to = event.shiftKey ? (at <= 0 ? all.length - 1 : -1) : (at === all.length - 1 ? 0 : -1);
    if (to >= 0 && all.length > 0) {
        all[to].focus();
        event.preventDefault();
    }
}

function onKey(event) {
    const dialog = [byId('keys'), byId('form')].find(one => !one.hidden);
    if (event.ctrlKey || event.altKey || event.metaKey)
        return;
    if (event.key === 'Tab' && dialog)
        keepInside(event, dialog);
    if (isTakenBy(event.target, event.key))
        return;
    if (dialog === byId('keys')) {
        if (event.key === 'Escape' || event.key === '?') {
            closeKeys();
            event.preventDefault();
        }
        return;
    }
    const action = (dialog ? formKeys : keys)[event.key] || keysAnywhere[event.key];
    if (action && !(state.view !== 'differences' && /^(Arrow|Page|Home|End)/.test(event.key) &&
                    !dialog)) {
        if (event.key === 'Escape' && event.target.matches('input, select'))
            event.target.blur();
        action();
        event.preventDefault();
    }
}

// ---- start ----

function start() {
    readState();
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
    startReload();
}

start();
