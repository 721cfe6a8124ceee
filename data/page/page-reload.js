// Loads the page again, for a file that is written anew while it is shown. What was looked at is
// found again: the address has most of it, the entry of the history the rest. Whoever types or
// chooses is not disturbed.

const IDLE_MS = 1000; // after a key, a click or a turn of the wheel
const IDLE_FIELD_MS = 20000; // as long as what is typed into has the focus, or a list that is open
const AGAIN_MS = 200;

let touched = 0; // when there was one last

// When the file was written that is shown: with no new one the page is loaded all the same.
function writtenAt() {
    return document.lastModified.replace(/^(\d+)\/(\d+)\/(\d+)/, '$3-$1-$2');
}

// The desa at the top of the window. Those out of sight are only as high as they might be, so that
// no place on the page says where it is.
function readAnchor() {
    const section = Array.from(document.querySelectorAll('.village'))
        .find(one => one.getBoundingClientRect().bottom > 0);
    return section ? [section.id, section.getBoundingClientRect().top] : null;
}

// What the address does not say. Rows and elements by what they are about, not by their number:
// there may be others before them now.
function readPlace() {
    const focused = document.activeElement;
    const row = list.indices[list.selected];
    return {
        page: window.scrollY,
        view: byId('view').scrollTop,
        anchor: readAnchor(),
        focus: focused === document.body ? null : focusedId(),
        caret: focused.id === 'search' ? [focused.selectionStart, focused.selectionEnd] : null,
        selected: list.selected,
        wanted: list.wanted !== '' || row === undefined ? list.wanted : rowKey(row),
        above: list.element ? list.selected * list.height - list.element.scrollTop : 0,
        unfolded,
        form: readForm(),
        formReturn,
        keys: byId('keys').hidden ? null : keysReturn,
        touched,
    };
}

// What must be known before the page is put together.
function preparePlace(place) {
    list.selected = place.selected;
    list.wanted = place.wanted;
    place.unfolded.forEach(number => unfolded.add(number));
    touched = place.touched;
}

// What can only be seen on the page.
function seePlace(place) {
    if (state.view === 'differences') {
        list.element.scrollTop = list.selected * list.height - place.above;
        fillList();
    }
    seeForm(place.form);
    formReturn = place.formReturn;
    if (place.keys !== null) {
        openKeys();
        keysReturn = place.keys;
    }
    if (place.focus !== null)
        focusOn(place.focus);
    if (place.caret !== null && focusedId() === 'search')
        byId('search').setSelectionRange(...place.caret);
    window.scrollTo(0, place.page);
    byId('view').scrollTop = place.view;
    if (place.anchor !== null && byId(place.anchor[0]))
        window.scrollBy(0, byId(place.anchor[0]).getBoundingClientRect().top - place.anchor[1]);
}

function reload() {
    const isField = document.activeElement && document.activeElement.matches('input, select');
    if (Math.abs(Date.now() - touched) < (isField ? IDLE_FIELD_MS : IDLE_MS)) {
        setTimeout(reload, AGAIN_MS);
        return;
    }
    try {
        history.replaceState(readPlace(), '');
    } finally {
        location.reload(); // whatever becomes of the place
    }
}

function startReload() {
    if (data.muat_ulang === 0)
        return;
    setTimeout(reload, data.muat_ulang * 1000);
    for (const kind of ['keydown', 'input', 'pointerdown', 'wheel', 'touchmove'])
        document.addEventListener(kind, () => { touched = Date.now(); },
                                  { capture: true, passive: true });
}
