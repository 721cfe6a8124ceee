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
    status: value => ['open', 'decided', 'stale', 'note'].includes(value),
    form: value => findStation(value) >= 0,
    language: value => value in words,
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

function writeState() {
    const given = new URLSearchParams();
    for (const key of Object.keys(defaults))
        if (state[key] !== defaults[key])
            given.set(key, state[key]);
    history.replaceState(null, '', `#${given}`);
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
