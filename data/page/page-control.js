// The rules of one form, gone through one by one as under the tables of the minutes: what they say
// of the form of each source, and which boxes they are about.

const VERDICT_HELD = 0;
const VERDICT_BY = 2;
const VERDICT_UNCHECKED = 3;

const controlLists = data.kontrol.map(list => list.map(
    ([place, code, label, severity, formulas]) => ({ place, code, label, severity, formulas })));

// What the rules say of the form of @source; of a rule that is broken only the boxes of what is
// broken of it, of another all.
function verdictsOf(station, source) {
    const village = villages[villageOfStation[station]];
    const entry = pieceOf(village.index).kontrol[source.index][station - village.first];
    if (!entry)
        return [];
    const [list, digits, ...broken] = entry;
    return controlLists[list].map((rule, i) => {
        const [, by, which, ...sentences] = broken.find(([at]) => at === i) || [i, 0, null];
        const formulas = which ? which.map(formula => rule.formulas[formula]) : rule.formulas;
        return { rule, source, by, sentences, verdict: Number(digits[i]),
                 n_more: which ? which.length - sentences.length : 0,
                 boxes: new Set(formulas.flat()) };
    });
}

function verdictText({ verdict, by }) {
    return verdict === VERDICT_BY ? word('verdict_2', formatNumber(by))
        : word(`verdict_${verdict}`);
}

function verdictCell(one) {
    if (!one)
        return make('td', {});
    const mark = one.verdict === VERDICT_HELD ? severityMark(SEVERITY_HELD)
        : one.verdict === VERDICT_UNCHECKED ? null : severityMark(one.rule.severity);
    return make('td', { class: `verdict-${one.verdict}` },
        make('button', { type: 'button', 'aria-pressed': 'false',
                         id: `verdict-${one.rule.code}-${one.source.index}`,
                         click: event => markBoxes(event.currentTarget, one) },
             mark, verdictText(one)));
}

function verdictSentences(one, n_columns) {
    const more = one.n_more > 0 ? [word('more_broken', formatNumber(one.n_more))] : [];
    return make('tr', { class: 'said' }, make('td', { colspan: String(n_columns) },
        ...[...one.sentences, ...more].map(text =>
            make('p', {}, `${one.source.label}: ${text}`))));
}

// One line for each rule, one column for each source; nothing when no rules are gone through.
function controlPart(station) {
    const columns = tableSources.map(source => verdictsOf(station, source));
    const rules = new Map(columns.flat().map(({ rule }) => [rule.place, rule]));
    if (rules.size === 0)
        return null;
    const lines = [...rules.keys()].sort((a, b) => a - b).flatMap(place => {
        const cells = columns.map(list => list.find(({ rule }) => rule.place === place));
        const { code, label } = rules.get(place);
        return [make('tr', {}, make('th', { scope: 'row' }, make('b', {}, code), ` ${label}`),
                     ...cells.map(verdictCell)),
                ...cells.filter(one => one && one.sentences.length > 0)
                    .map(one => verdictSentences(one, columns.length + 1))];
    });
    return make('section', { class: 'control' },
        make('h3', {}, word('control')),
        make('p', { class: 'note' }, word('control_hint')),
        make('table', {},
            make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, word('rule')),
                ...tableSources.map(source => make('th', { scope: 'col' }, source.label)))),
            make('tbody', {}, ...lines)));
}

// Shows on the form which boxes a verdict is about; the second time it shows nothing any more.
function markBoxes(button, one) {
    const before = button.getAttribute('aria-pressed') === 'true';
    for (const other of document.querySelectorAll('.control [aria-pressed=true]'))
        other.setAttribute('aria-pressed', 'false');
    button.setAttribute('aria-pressed', String(!before));
    let first = null;
    for (const box of document.querySelectorAll('.paper [data-box]')) {
        const [source, field] = box.dataset.box.split(' ').map(Number);
        const asked = !before && source === one.source.index && one.boxes.has(field);
        box.classList.toggle('asked', asked);
        first = first || (asked ? box : null);
    }
    if (first)
        first.scrollIntoView({ block: 'nearest' });
}
