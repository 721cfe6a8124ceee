// What is being looked at. It stands in the address, so that it survives when the page loads itself
// again and can be sent to somebody else who has the file.

const VIEWS = ['overview', 'results', 'differences', 'stations'];
const THEMES = ['auto', 'light', 'dark'];
const SIZES = 7; // from 0; see page.css
const SIZE_USUAL = 1;
const SIZE_PROJECTOR = 4;

const defaults = {
    view: 'overview',
    area: '',
    order: 'number',
    search: '',
    rule: '',
    cause: '',
    severity: '',
    status: '',
    form: '',
    region: '',
    language: 'id',
    theme: 'auto',
    size: String(SIZE_USUAL),
};

// Whoever edits the address gets what there is, and never an error.
const allowed = {
    view: value => VIEWS.includes(value),
    area: isArea,
    order: value => value === 'number' || value === 'votes',
    search: () => true,
    rule: value => data.aturan.some(([code]) => code === value),
    cause: value => data.sebab.some(([cause]) => cause === value),
    severity: value => ['0', '1', '2'].includes(value),
    status: value => value === 'left' || STATUSES.includes(value),
    form: value => findStation(value) >= 0,
    region: value => findRow(value) >= 0,
    language: value => Object.keys(words).includes(value),
    theme: value => THEMES.includes(value),
    size: value => /^\d$/.test(value) && Number(value) < SIZES,
};

const state = Object.assign({}, defaults);

function readState() {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const key of Object.keys(defaults)) {
        const value = given.get(key);
        state[key] = value !== null && allowed[key](value) ? value : defaults[key];
    }
}

// What an address says behind its '#' of the states @keys.
function addressOf(keys) {
    const given = new URLSearchParams();
    for (const key of keys)
        if (state[key] !== defaults[key])
            given.set(key, state[key]);
    return `#${given}`;
}

function writeState() {
    history.replaceState(null, '', addressOf(Object.keys(defaults)));
}

// Changes what is looked at, and shows it.
function show(changes) {
    Object.assign(state, changes);
    writeState();
    render();
}

// ---- elements ----

// Makes an element. @attributes are set as they are, but 'text' and functions, which are listened
// with; children are elements or texts.
function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
        if (typeof value === 'function')
            element.addEventListener(name, value);
        else if (value === true)
            element.setAttribute(name, '');
        else if (value !== undefined && value !== null && value !== false)
            element.setAttribute(name, value);
    }
    element.append(...children.filter(child => child !== null && child !== undefined));
    return element;
}

function byId(id) {
    return document.getElementById(id);
}

function say(text) {
    byId('said').textContent = text;
}

// ---- the focus: known by the id of an element, which may be made anew meanwhile ----

function focusedId() {
    return document.activeElement ? document.activeElement.id : '';
}

// Where that is gone what is open has the focus, not nothing.
function focusOn(id) {
    const rest = ['keys', 'form', 'view'].find(one => !byId(one).hidden);
    const there = [byId(id), byId(rest)].filter(one => one && !one.closest('[inert]'));
    for (const element of there) {
        element.focus({ preventScroll: true });
        if (document.activeElement === element)
            return;
    }
}

// What lies behind a dialogue can neither be reached nor read while that is open.
function guardBehind() {
    const isForm = !byId('form').hidden;
    const isKeys = !byId('keys').hidden;
    for (const id of ['skip', 'top', 'bar', 'links', 'view', 'foot'])
        byId(id).inert = isForm || isKeys;
    byId('form').inert = isKeys;
}
