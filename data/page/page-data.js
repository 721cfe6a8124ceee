// What the page shows, as recap-report wrote it (lib/projector-json.c). Texts are foreign and only
// ever become text nodes.

// What a cell says instead of a number.
const BLANK = -1;
const UNREADABLE = -2;
const NOT_CARRIED = -3;
const OFF_BALLOT = -4;

const ROLE_ADMIN = 0;
const ROLE_VOTES = 1;
const ROLE_PARTY = 2;

const STATE_INCOMPLETE = 2;
const STATE_COMPLETE = 3;
const STATE_UNREGISTERED = 4; // whatever the form says: the register does not have the station
const N_STATES = 5;
const SEVERITY_INFO = 2;
const SEVERITY_HELD = 3; // nothing is wrong
const WHOLE_FORM = -1; // instead of a box

const readElement = id => JSON.parse(document.getElementById(id).textContent);

const data = readElement('data');
const words = readElement('words');

const sources = data.sumber.map(([label, isTable], index) => ({ label, isTable, index }));
const districts = data.kecamatan.map(([code, name], index) => ({ code, name, index }));
const villages = data.desa.map(([code, name, district, first, n], index) =>
    ({ code, name, district, first, n, index }));
const fields = data.isian.map((entry, index) => {
    const [name, row, box, number, label, short, column, role, section, contestant, candidate,
           person] = entry;
    return { name, row, box, number, label, short, column, role, section, contestant, candidate,
             person, index };
});
const fieldByName = new Map(fields.map(field => [field.name, field]));
const contestantNames = new Map(data.peserta);
const contestants = fields.filter(field => field.role === ROLE_VOTES);

const villageOfStation = new Int32Array(data.tps.length);
for (const village of villages)
    villageOfStation.fill(village.index, village.first, village.first + village.n);

function stationCode(station) {
    return villages[villageOfStation[station]].code + data.tps[station];
}

function findStation(code) {
    const village = villages.find(one => one.code === code.slice(0, -3));
    if (!village)
        return -1;
    const index = data.tps.slice(village.first, village.first + village.n).indexOf(code.slice(-3));
    return index < 0 ? -1 : village.first + index;
}

const hasRegister = data.terdaftar !== '';

function hasForm(source, station) {
    return data.keadaan[source][station] !== '0';
}

function stationState(station, source = 0) {
    return hasRegister && data.terdaftar[station] === '0' ? STATE_UNREGISTERED
        : Number(data.keadaan[source][station]);
}

function contestantName(number) {
    return contestantNames.get(number) || `${data.kontes.peserta} Nomor Urut ${number}`;
}

// ---- areas: '' is everything, 'k' and 'd' with a code a kecamatan and a desa ----

function villagesIn(area) {
    const code = area.slice(1);
    if (area === '')
        return villages;
    return villages.filter(village =>
        (area[0] === 'k' ? districts[village.district] : village).code === code);
}

function isArea(area) {
    return area === '' || /^[kd]/.test(area) && villagesIn(area).length > 0;
}

// ---- sums; the tool added up the villages, here they are only put together ----

const shortCells = new Map(data.kurang.map(([source, village, field, n]) =>
    [`${source} ${village} ${field}`, n]));

// Returns the sum of a box and how many cells are missing from it.
function sumOf(source, field, list) {
    let value = NOT_CARRIED;
    let missing = 0;
    for (const village of list) {
        const cell = data.jumlah[source][village.index][field.index];
        if (cell >= 0)
            value = Math.max(value, 0) + cell;
        else if (cell === BLANK && value === NOT_CARRIED)
            value = BLANK;
        missing += shortCells.get(`${source} ${village.index} ${field.index}`) || 0;
    }
    return { value, missing };
}

// How many stations of @list are in each state; together those that there should be. The sums also
// have the forms of @outside, stations that the register does not have.
function countStates(list, source = 0) {
    const counts = new Array(N_STATES).fill(0);
    let outside = 0;
    for (const village of list)
        for (let i = village.first; i < village.first + village.n; i++) {
            const status = stationState(i, source);
            counts[status]++;
            if (status === STATE_UNREGISTERED && hasForm(source, i))
                outside++;
        }
    const expected = counts.slice(0, STATE_UNREGISTERED).reduce((sum, n) => sum + n, 0);
    return { counts, expected, outside,
             received: counts[STATE_INCOMPLETE] + counts[STATE_COMPLETE] };
}

// Whether two sources have forms of the same stations of @list: only then do their sums compare.
function haveSameForms(a, b, list) {
    for (const village of list)
        for (let i = village.first; i < village.first + village.n; i++)
            if (hasForm(a, i) !== hasForm(b, i))
                return false;
    return true;
}

// ---- rows: one for each box, or rule about a whole form, of which there is something to say ----

// What became of a row, as the tool numbers it: nobody decided; the table does not have what was
// decided; decided; the form shows nothing of it any more; nothing that asks for a decision.
const STATUSES = ['open', 'stale', 'decided', 'settled', 'note'];

const rows = {
    n: data.baris.tps.length,
    station: data.baris.tps,
    village: data.baris.desa,
    field: data.baris.isian,
    value: data.baris.nilai,
    first: new Uint32Array(data.baris.tps.length + 1),
    severity: new Uint8Array(data.baris.tps.length),
    status: data.baris.status.map(state => STATUSES[state]),
};

function decisionOf(row) {
    return data.baris.putusan[row];
}

for (let row = 0, next = 0; row < rows.n; row++) {
    const end = next + data.baris.n[row];
    let severity = SEVERITY_INFO;
    rows.first[row] = next;
    for (; next < end; next++)
        severity = Math.min(severity, data.temuan.tingkat[next]);
    rows.first[row + 1] = next;
    rows.severity[row] = severity;
}

function findingsOf(row) {
    return Array.from({ length: rows.first[row + 1] - rows.first[row] },
                      (_, i) => rows.first[row] + i);
}

// What is still to be done: there is no decision, or the table does not have it yet.
function isLeft(row) {
    return rows.status[row] === 'open' || rows.status[row] === 'stale';
}

function isDone(row) {
    return rows.status[row] === 'decided' || rows.status[row] === 'settled';
}

function rowTitle(row) {
    const field = fields[rows.field[row]];
    if (field)
        return `${field.box} ${field.person || field.short}`;
    return rows.field[row] === WHOLE_FORM ? word('whole_form') : data.baris.lain[row][1];
}

function rowPlace(row) {
    if (rows.station[row] < 0)
        return data.baris.lain[row][0];
    return `${word('tps')} ${data.tps[rows.station[row]]}`;
}

// Several rules may have something to say of one form, each in a row of its own.
function ruleOfForm(row) {
    return data.baris.n[row] > 0 ? data.aturan[data.temuan.aturan[rows.first[row]]][0] : '';
}

// By what a row is known again on a page that was written anew, where it may have another place.
function rowKey(row) {
    const field = fields[rows.field[row]];
    const [code, name] = data.baris.lain[row] || [stationCode(rows.station[row]), ''];
    return `${code}-${field ? field.name : name || ruleOfForm(row)}`;
}

function findRow(key) {
    for (let row = 0; row < rows.n; row++)
        if (rowKey(row) === key)
            return row;
    return -1;
}

// Rows by station, for the marks of a form.
const rowsOfStation = new Map();
for (let row = 0; row < rows.n; row++) {
    const station = rows.station[row];
    if (!rowsOfStation.has(station))
        rowsOfStation.set(station, []);
    rowsOfStation.get(station).push(row);
}

// ---- what is read only when a form of the village is opened ----

const pieces = new Map();

function pieceOf(village) {
    if (!pieces.has(village)) {
        const piece = readElement(village < 0 ? 'above' : `village-${village}`);
        piece.sentences = new Map(piece.ket.map(([finding, ...texts]) => [finding, texts]));
        pieces.set(village, piece);
    }
    return pieces.get(village);
}

// ---- words and numbers ----

let dictionary = words.id;

function word(key, n) {
    return n === undefined ? dictionary[key] : dictionary[key].replace('{n}', n);
}

function formatNumber(number) {
    const separator = dictionary === words.en ? ',' : '.';
    return String(number).replace(/\B(?=(\d{3})+$)/g, separator);
}

function formatSigned(number) {
    return (number < 0 ? '\u2212' : '+') + formatNumber(Math.abs(number));
}

// To two decimals, a half upwards, without floating point; nothing is more than the whole.
function formatShare(part, whole) {
    if (part < 0 || whole <= 0 || part > whole)
        return '';
    const hundredths = (BigInt(part) * 20000n / BigInt(whole) + 1n) / 2n;
    const rest = String(hundredths % 100n).padStart(2, '0');
    return `${hundredths / 100n}${dictionary === words.en ? '.' : ','}${rest} %`;
}
