"""Reads files with readers that share nothing with ours: Python's own csv, json, xml and sqlite3,
xlrd for .xls, openpyxl for .xlsx, and struct for .dbf and .shp by their specifications.

One request a line on standard input: FORMAT<TAB>PATH. One answer a line: {"readings": [...]}, each
reading a list of [row, cells], or {"refused": why}. A row is sheet + number, or the count of filled
rows. Several readings are given where a file does not say by itself how it is to be cut.
"""
import csv, datetime, io, json, re, sqlite3, struct, sys, tempfile, zipfile
import xml.etree.ElementTree as ElementTree

csv.field_size_limit(1 << 27)
SEPARATORS = [',', '\t', ';', '|', '\uff0c']


def texts_of(data):
    """One text, or two where bytes are broken and do not say themselves what they are."""
    if data[:2] in (b'\xff\xfe', b'\xfe\xff'):
        return [data.decode('utf-16')]
    try:
        return [data.decode('utf-8-sig')]
    except UnicodeDecodeError:
        return [data.decode(encoding, 'replace') for encoding in ('gb18030', 'utf-8-sig')]


def read_csv(data):
    if b'\0' in data:
        wide = [data.decode(f'utf-16-{end}', 'replace').lstrip('\ufeff') for end in ('le', 'be')]
        return [reading for text in wide for reading in read_text(text)]
    return [reading for text in texts_of(data) for reading in read_text(text)]


def read_text(text):
    if '\n' in text and re.search('\r(?!\n)', text):
        raise ValueError('two kinds of line ends')
    return [reading for separator in SEPARATORS for reading in csv_readings(text, separator)]


def csv_readings(text, separator):
    """Broken quotes do not say where rows and cells end: then all there may be are one row."""
    for is_strict in (True, False):
        rows = csv.reader(io.StringIO(text, newline=''), delimiter=separator, strict=is_strict)
        try:
            filled = [row for row in rows if any(cell.strip() for cell in row)]
        except csv.Error:
            continue
        if is_strict:
            yield [[str(i), row] for i, row in enumerate(filled)]
        else:
            bare = [cell for line in re.split('[\r\n]', text) for cell in line.split(separator)]
            yield [['', bare + [cell for row in filled for cell in row]]]
        return


def scalars(value):
    if isinstance(value, dict):
        return [one for inner in value.values() for one in scalars(inner)]
    if isinstance(value, list):
        return [one for inner in value for one in scalars(inner)]
    return [] if value is None or isinstance(value, bool) else [str(value)]


def read_json(data):
    # A feature without an id of its own is still that feature: one row for all.
    return [[['', scalars(json_of(text))]] for text in texts_of(data)]


def json_of(text):
    try:
        return json.loads(text)
    except ValueError:
        return [json.loads(line) for line in text.split('\n') if line.strip()]


def read_kml(data):
    root = ElementTree.fromstring(data)
    words = ' '.join(root.itertext()) + ' ' + ' '.join(v for e in root.iter() for v in e.attrib.values())
    return [[['', re.split(r'[\s,]+', words) + [part.strip() for part in root.itertext()]]]]


def read_gpkg(path):
    base = sqlite3.connect(f'file:{path}?mode=ro&immutable=1', uri=True)
    base.text_factory = lambda b: b.decode('utf-8', 'replace')
    cells = []
    names = base.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    for (name,) in names:
        try:
            rows = base.execute('SELECT * FROM "%s"' % name.replace('"', '""')).fetchall()
        except sqlite3.Error:
            continue
        for row in rows:
            for value in row:
                if isinstance(value, bytes) and value[:2] == b'GP':
                    start = 8 + [0, 32, 48, 48, 64, 0, 0, 0][(value[3] >> 1) & 7]
                    order = '<' if value[start : start + 1] == b'\x01' else '>'
                    for at in range(start + 5, len(value) - 7, 4):
                        cells.append(repr(struct.unpack_from(order + 'd', value, at)[0]))
                elif value is not None and not isinstance(value, bytes):
                    cells.append(str(value))
    base.close()
    return [[['', cells]]]


def read_gpkg_bytes(data):
    with tempfile.NamedTemporaryFile(suffix='.gpkg') as file:
        file.write(data)
        file.flush()
        return read_gpkg(file.name)


def read_xls(path):
    import xlrd

    book = xlrd.open_workbook(path, logfile=io.StringIO(), on_demand=False)
    return [
        [
            [f'{sheet.name}\x1f{r + 1}', [str(cell.value) for cell in sheet.row(r) if cell.ctype in (1, 2, 3)]]
            for sheet in book.sheets()
            for r in range(sheet.nrows)
        ]
    ]


def read_xlsx(path):
    import openpyxl
    from openpyxl.utils.datetime import to_excel

    def texts(value):
        # A file that no longer says where its styles are shows the number behind a day.
        return [str(value)] + ([str(to_excel(value))] if isinstance(value, datetime.datetime) else [])

    with open(path, 'rb') as file:
        book = openpyxl.load_workbook(io.BytesIO(file.read()), data_only=True)
    return [
        [
            [
                f'{sheet.title}\x1f{row[0].row}',
                [text for cell in row if cell.value is not None for text in texts(cell.value)],
            ]
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            if row
        ]
    ]


def read_dbf(data):
    count, head, length = struct.unpack_from('<IHH', data, 4)
    fields, at, start = [], 32, 1
    while at + 32 <= head and data[at] != 13:
        fields.append((start, data[at + 16]))
        start += data[at + 16]
        at += 32
    cells = [data[32 + 32 * i : 43 + 32 * i].split(b'\0')[0].decode('latin-1') for i in range(len(fields))]
    for row in range(count):
        record = data[head + row * length : head + (row + 1) * length]
        if record[:1] == b'*':
            continue
        for begin, size in fields:
            cells.append(record[begin : begin + size].split(b'\0')[0].decode('latin-1').strip())
    return [[['', cells]]]


def read_shp(data):
    cells, at = [], 100
    while at + 12 <= len(data):
        (words,) = struct.unpack_from('>i', data, at + 4)
        for place in range(at + 12, min(at + 8 + 2 * words, len(data)) - 7, 4):
            cells.append(repr(struct.unpack_from('<d', data, place)[0]))
        at += 8 + 2 * words
    return [[['', cells]]]


def read_zip(path):
    """All that stands in the archive's files, as one row."""
    cells = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            kind = name.lower().rsplit('.', 1)[-1]
            readers = {'dbf': read_dbf, 'shp': read_shp, 'kml': read_kml, 'json': read_json}
            reader = readers.get(kind) or (read_gpkg_bytes if kind == 'gpkg' else None)
            if kind in ('csv', 'txt'):
                reader = read_csv
            if reader:
                cells += [cell for reading in reader(data) for _, row in reading for cell in row]
    return [[['', cells]]]


BY_BYTES = {'csv': read_csv, 'json': read_json, 'kml': read_kml, 'dbf': read_dbf, 'shp': read_shp}
BY_PATH = {'xls': read_xls, 'xlsx': read_xlsx, 'gpkg': read_gpkg, 'zip': read_zip}

for line in sys.stdin:
    kind, path = line.rstrip('\n').split('\t')
    try:
        if kind in BY_PATH:
            readings = BY_PATH[kind](path)
        else:
            with open(path, 'rb') as file:
                readings = BY_BYTES[kind](file.read())
        answer = {'readings': readings}
    except BaseException as cause:
        answer = {'refused': f'{type(cause).__name__}: {cause}'[:200]}
    print(json.dumps(answer), flush=True)
