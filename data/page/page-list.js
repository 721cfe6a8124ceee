// A list of any length of which only the rows in view exist. All rows are equally high.

const ROWS_BESIDE = 8; // that are there above and below the view
const ROWS_PRINTED = 2000;

const list = {
    element: null,  // that scrolls
    inside: null,   // as high as all rows together
    indices: [],    // what the rows are of
    selected: 0,    // place in the indices
    wanted: '',     // key of the row that is to be selected when there is a list again
    height: 1,      // of a row, in pixels
    makeRow: null,  // (index, place) -> element
};

function makeList(indices, makeRow, open) {
    list.indices = indices;
    list.makeRow = makeRow;
    list.selected = Math.min(list.selected, Math.max(indices.length - 1, 0));
    if (list.wanted !== '') {
        const place = indices.findIndex(row => rowKey(row) === list.wanted);
        list.selected = place >= 0 ? place : list.selected;
        list.wanted = '';
    }
    list.inside = make('div', { class: 'inside', role: 'rowgroup' });
    list.element = make('div', {
        class: 'list',
        id: 'list',
        role: 'grid',
        tabindex: '0',
        'aria-label': word('view_differences'),
        'aria-rowcount': String(indices.length),
        scroll: fillList,
        click: event => {
            const row = event.target.closest('[data-place]');
            if (row) {
                selectRow(Number(row.dataset.place));
                open();
            }
        },
    }, list.inside);
    return list.element;
}

// Once the list is on the page and its size is known.
function layoutList() {
    if (!list.element || !list.element.isConnected)
        return;
    const probe = make('div', { class: 'row' });
    list.inside.replaceChildren(probe);
    list.height = probe.getBoundingClientRect().height || 1;
    list.inside.style.height = `${list.height * list.indices.length}px`;
    fillList();
    showSelected();
}

function fillList() {
    const view = list.element;
    const first = Math.max(Math.floor(view.scrollTop / list.height) - ROWS_BESIDE, 0);
    const end = Math.min(Math.ceil((view.scrollTop + view.clientHeight) / list.height) +
                         ROWS_BESIDE, list.indices.length);
    const elements = [];
    for (let place = first; place < end; place++) {
        const row = list.makeRow(list.indices[place], place);
        row.style.top = `${place * list.height}px`;
        row.id = `row-${place}`;
        row.dataset.place = String(place);
        row.setAttribute('aria-rowindex', String(place + 1));
        row.setAttribute('aria-selected', String(place === list.selected));
        elements.push(row);
    }
    list.inside.replaceChildren(...elements);
    view.setAttribute('aria-activedescendant', `row-${list.selected}`);
}

function showSelected() {
    const view = list.element;
    const above = list.selected * list.height;
    if (above < view.scrollTop)
        view.scrollTop = above;
    else if (above + list.height > view.scrollTop + view.clientHeight)
        view.scrollTop = above + list.height - view.clientHeight;
    fillList();
}

function selectRow(place) {
    if (list.indices.length === 0)
        return;
    list.selected = Math.min(Math.max(place, 0), list.indices.length - 1);
    showSelected();
    say(list.element.querySelector(`#row-${list.selected}`).textContent);
}

// Paper does not scroll: all rows, up to a number that a printer can take.
function unrollList() {
    if (!list.element || !list.element.isConnected)
        return;
    const printed = list.indices.slice(0, ROWS_PRINTED);
    list.inside.style.height = 'auto';
    list.inside.replaceChildren(...printed.map(list.makeRow));
    if (printed.length < list.indices.length)
        list.inside.append(make('p', {}, word('not_printed', formatNumber(
            list.indices.length - printed.length))));
}
