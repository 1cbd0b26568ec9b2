# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""nnreg_readtable, which finds out everything, against pandas, which is told."""
import gzip
import io

import numpy as np
import pandas

from draw import chance, pick
from problem import Problem

GAPS = ['', 'NA', 'NaN', 'nan', '?', 'N/A', 'null', '#N/A']
WORDS = ['red', 'dark blue', 'x', 'a,b', 'c;d', 'say "no"', 'two\nlines', 'dos\r\nlines', "it's",
         'tab\there', '5 pipes|', ' kept ', '+', '-', 'e5', '1 2', '1.2.3', '12:30', 'a""b', '#']
LATIN = ['K\xf6ln', 'na\xefve', 'S\xe3o Paulo', '\xbfqu\xe9?']
WINDOWS = ['5 \u20ac', '\u201equoted\u201c']
ANY = ['\u65e5\u672c', '\U0001f600', '\u0159eka']
NUMBERS = [0.1, -0.0, 1e-320, 2.2250738585072014e-308, 1.7976931348623157e308, 5e-324, 1 / 3,
           123456.789, 9007199254740993.0, -1e22, 1e23, np.pi, 2.0 ** -1074 * 3, np.inf, -np.inf]


def awkward(name, content, columns, **told):
    """A file; COLUMNS are names in the file and kinds; TOLD goes to pandas, nnreg's options to
    its key `options`."""
    return dict(told, name=name, bytes=content if isinstance(content, bytes)
                else content.encode(told.get('encoding', 'utf-8')), columns=columns)


N, T, L = 'number', 'text', 'logical'

# Files as people have them.
FILES = [
    awkward('plain', 'a,b,c\n1,x,2.5\n2,y,-3e4\n', {'a': N, 'b': T, 'c': N}),
    awkward('semicolons, decimal comma, CRLF', 'id;price;city\r\n1;1,5;Rome\r\n2;-0,25;Oslo\r\n',
            {'id': N, 'price': N, 'city': T}, sep=';', decimal=','),
    awkward('tabs, commas in texts', 'name\tx\nDoe, J.\t1.5\nRoe, K.\tNA\n', {'name': T, 'x': N},
            sep='\t'),
    awkward('mark of UTF-8', '\ufeffid,stra\xdfe\n1,Am Tor\n2,\xc4ckerweg\n',
            {'id': N, 'stra\xdfe': T}, encoding='utf-8'),
    awkward('Latin-1', 'stadt;x\nK\xf6ln;1\nM\xfcnchen;2,5\n', {'stadt': T, 'x': N}, sep=';',
            decimal=',', encoding='latin-1'),
    awkward('windows-1252', 'preis,x\n5 \u20ac,1\n\u201eviel\u201c,2\n', {'preis': T, 'x': N},
            encoding='cp1252'),
    awkward('UTF-16 of a spreadsheet', 'a\tb\r\n1\t\u0159eka\r\n2\tx\r\n', {'a': N, 'b': T},
            sep='\t', encoding='utf-16'),
    awkward('line breaks, separators and quotes in quotes',
            'a,b\n1,"two\nlines, and a ""quote"""\n2,"\r\n"\n3,"x"\n', {'a': N, 'b': T}),
    awkward('no end of the last line, empty last field', 'a,b,c\n1,2,x\n3,4,', {'a': N, 'b': N,
                                                                               'c': T}),
    awkward('empty lines', '\n\na,b\n1,2\n\n3,4\n\n\n', {'a': N, 'b': N}),
    awkward('gaps of all kinds', 'a,b,c\n1,NA,x\n,2,?\nNaN,null,y\n#N/A,?,\n', {'a': N, 'b': N,
                                                                              'c': T}),
    awkward('ids with leading zeros and dates', 'zip,day\n00501,2024-01-02\n10115,2024-02-30\n',
            {'zip': T, 'day': T}),
    awkward('ids that no double holds', 'id,x\n9007199254740993,1\n12345678901234567890,2\n',
            {'id': T, 'x': N}),
    awkward('truths', 'a,b,c\ntrue,FALSE,True\nfalse,TRUE,\n', {'a': L, 'b': L, 'c': T}),
    awkward('no header', '5.1,3.5,Iris-setosa\n4.9,,Iris-virginica\n', {0: N, 1: N, 2: T},
            header=None),
    awkward('names like years, told', 'land,2001,2002\nDE,1,2\nFR,3,4\n',
            {'land': T, '2001': N, '2002': N}, options={'ReadVariableNames': 1.0}),
    awkward('thousands, told', 'a;b\n1.234.567,5;x\n12,25;y\n', {'a': N, 'b': T}, sep=';',
            decimal=',', thousands='.', options={'ThousandsSeparator': '.'}),
    awkward('a word of its own for gaps, and lines above', 'made by a robot\n\na,b\n-999,NA\n5,x\n',
            {'a': N, 'b': T}, skiprows=2, na_values=['', '-999'],
            options={'TreatAsMissing': '-999', 'DefaultMissing': 0.0, 'NumHeaderLines': 2.0}),
    awkward('blanks around', 'a,  b ,c\n 1 ,  "x, y",2\n3,  z,  NA\n', {'a': N, 'b': T, 'c': N},
            skipinitialspace=True, strip=True),
    awkward('names one shorter than the rows, as R has them',
            '"mpg" "cyl"\n"Mazda RX4" 21 "six, or 6"\n"Datsun 710" NA "four"\n',
            {'': T, 'mpg': N, 'cyl': T}, sep=' ', names=['', 'mpg', 'cyl']),
    awkward('the same among semicolons, with decimal commas', 'x;y\n1;1,5;a\n2;-2;b\n5;;c\n',
            {'': T, 'x': N, 'y': T}, sep=';', decimal=',', names=['', 'x', 'y']),
    awkward('columns of blanks', '   n     x\n   1  2.50\n 100    NA\n', {'n': N, 'x': N},
            sep=r'\s+'),
    awkward('a separator behind each row', 'a,b\n1,x,\n2,y,\n', {'a': N, 'b': T, '': N},
            names=['a', 'b', '']),
    awkward('lines of comment', '# a, robot\n#\na,b\n1,x#1\n  # more\n2,"#y"\n', {'a': N, 'b': T},
            options={'CommentStyle': '#'}, without=['# a, robot\n', '#\n', '  # more\n']),
    awkward('CR alone, breaks in quotes', 'a,b\r"x\ry",1\r\r"z, ""w""",2\r', {'a': T, 'b': N}),
    awkward('numbers of rows without a name', ',x\n0,1.5\n1,\n2,7\n', {'': N, 'x': N},
            warning='nnreg:table', names=['', 'x']),
    awkward('titles twice, empty or no names', 'a,,2nd,for,\xe9t\xe9,x.y\n1,2,3,4,5,6\n',
            {'a': N, '': N, '2nd': N, 'for': N, '\xe9t\xe9': N, 'x.y': N},
            names=['a', '', '2nd', 'for', '\xe9t\xe9', 'x.y']),
    awkward('numbers in hexadecimal, with percents and signs',
            'a,b,c,d\n0x1F,12%,+1.50,-.5\n0x2A,13%,1E+2,5.\n', {'a': T, 'b': T, 'c': N, 'd': N},
            warning='nnreg:table'),
    awkward('truths in other words, dates, times',
            'a,b,c,d,e\nyes,T,1,3.2.2024,12:30\nno,F,0,1.12.2023,9:05\n',
            {'a': T, 'b': T, 'c': N, 'd': T, 'e': T}),
    awkward('a field of a million letters', 'a,b\n' + 1000000 * 'x' + ',1\ny,2\n', {'a': T, 'b': N}),
    awkward('a file of names alone', 'a,b,c\n', {'a': N, 'b': N, 'c': N}),
    awkward('one column with gaps, gzipped', gzip.compress(b'x\n1.5\n\n-2\n'), {'x': N},
            skip_blank_lines=False, compression='gzip'),
]


class Table(Problem):
    """The first problems are FILES, the others are drawn."""

    def __init__(self, seed):
        super().__init__('table', seed)
        rng = np.random.default_rng([seed, 6])
        self.told = dict(FILES[seed - 1] if seed <= len(FILES) else draw(rng))
        self.columns, options = self.told.pop('columns'), self.told.pop('options', {})
        content = self.told.pop('bytes')
        self.kind_of_file = self.told.pop('name')
        self.tags.add(self.kind_of_file)
        self.strip = self.told.pop('strip', False)
        self.warning = self.told.pop('warning', None)
        plain = content
        for line in self.told.pop('without', []):  # pandas takes a # in a field for a comment too
            plain = plain.replace(line.encode(), b'')
        self.wanted = by_pandas(plain, self.columns, dict(self.told))
        self.data['bytes'] = np.frombuffer(content, np.uint8).reshape(-1, 1)
        self.data['options'] = options or {'DefaultMissing': 1.0}
        self.add('file = tempname ();')
        self.add('fid = fopen (file, "w"); fwrite (fid, d.bytes); fclose (fid);')
        self.add('[T, about] = nnreg_readtable (file, d.options);')
        self.add('delete (file);')
        self.add('r.columns = cellfun (@column_bytes, struct2cell (T), "UniformOutput", false);')
        self.add('r.types = {about.Columns.Type}; r.gaps = [about.Columns.Gaps];')
        self.add('r.titles = column_bytes ({about.Columns.Title});')

    def judge(self, result):
        warned = str(result['warning']) if len(result['warning']) > 0 else ''
        if self.kind_of_file != 'drawn' and (self.warning or '') not in warned:
            self.faults.append(f'no warning {self.warning}')
        elif self.kind_of_file != 'drawn' and not self.warning and warned:
            self.faults.append(f'the warning {warned}')
        kinds = [str(kind) for kind in np.atleast_1d(result['types'])]
        if kinds != list(self.columns.values()):
            self.faults.append(f'types {kinds} instead of {list(self.columns.values())}')
            return
        if self.told.get('header', 0) is not None:
            self.same('titles', texts(result['titles']), [str(name).strip() for name in self.columns])
        columns = result['columns']
        if len(kinds) == 1:
            columns = [columns]
        gaps = np.atleast_1d(result['gaps'])
        for k, kind in enumerate(kinds):
            wanted, got = self.wanted.iloc[:, k], np.atleast_1d(columns[k])
            self.same(f'gaps of column {k}', gaps[k], wanted.isna().sum())
            if kind == T:
                wanted = ['' if pandas.isna(v) else v.strip() if self.strip else v for v in wanted]
                self.same(f'column {k}', texts(got), wanted)
            elif kind == L:
                self.same(f'column {k}', got.astype(bool), wanted.astype(bool))
            else:
                wanted = wanted.to_numpy(float)
                same = got.astype(float).view(np.int64) == wanted.view(np.int64)
                same |= np.isnan(got) & np.isnan(wanted)
                if len(got) != len(wanted) or not same.all():
                    self.faults.append(f'column {k}: {got[:5]!r} instead of {wanted[:5]!r}')


def texts(numbers):
    """The texts that column_bytes has joined."""
    return bytes(np.atleast_1d(numbers).astype(np.uint8)).decode('utf-8').split('\x01')


def by_pandas(content, columns, told):
    told.setdefault('na_values', GAPS)
    if 'names' in told:
        told['header'] = 0
    frame = pandas.read_csv(io.BytesIO(content), keep_default_na=False, float_precision='round_trip',
                            dtype=str, **told)
    assert frame.shape[1] == len(columns)
    for k, kind in enumerate(columns.values()):
        if kind != T:
            again = pandas.read_csv(io.BytesIO(content), keep_default_na=False,
                                    float_precision='round_trip', usecols=[k],
                                    dtype='float64' if kind == N else bool, **told)
            frame[frame.columns[k]] = again.iloc[:, 0]
    return frame


# ------------------------------------------------------------------ Random files --

def draw(rng):
    """A file with everything that the reader should find out by itself."""
    sep = pick(rng, ',', ';', '\t', '|')
    decimal = ',' if sep == ';' and chance(rng, 0.5) else '.'
    encoding = pick(rng, 'utf-8', 'utf-8', 'utf-8-sig', 'latin-1', 'cp1252', 'utf-16')
    words = list(WORDS) + LATIN + (WINDOWS if encoding != 'latin-1' else [])
    words += ANY if encoding.startswith('utf') else []
    if encoding == 'cp1252':  # else it is the same as Latin-1
        words = words[:-3] + WINDOWS
    n, end = int(rng.integers(1, 40)), pick(rng, '\n', '\r\n')
    kinds = [pick(rng, 'float', 'float', 'int', 'word', 'word', 'truth', 'code', 'long', 'date')
             for _ in range(int(rng.integers(2, 7)))]
    kinds[0] = 'int'  # so that a header shows
    header = chance(rng, 0.8)
    columns, fields = {}, []
    for k, kind in enumerate(kinds):
        title = f'{pick(rng, "col", "a col", "x-", "_")}{k}' if header else k
        columns[title] = N if kind in ('float', 'int') else L if kind == 'truth' else T
        fields.append(column(rng, kind, n, decimal, words))
    lines = [sep.join(quote(rng, str(t), sep) for t in columns)] if header else []
    for row in zip(*fields):
        lines.append(sep.join(quote(rng, value, sep) for value in row))
        lines += [''] * int(chance(rng, 0.1))
    content = (end.join(lines) + end * int(chance(rng, 0.7))).encode(encoding)
    packed = chance(rng, 0.2)
    return dict(name='drawn', bytes=gzip.compress(content) if packed else content, columns=columns,
                sep=sep, decimal=decimal, encoding=encoding, header=0 if header else None,
                compression='gzip' if packed else None)


def column(rng, kind, n, decimal, words):
    if kind == 'float':
        values = [spell(rng, decimal) for _ in range(n)]
    elif kind == 'int':
        values = [str(v) for v in rng.integers(-10, 10 ** int(rng.integers(1, 16)), n)]
    elif kind == 'word':
        values = [pick(rng, *words) for _ in range(n)]
        values[0] = 'word'
    elif kind == 'truth':
        return [pick(rng, 'true', 'FALSE', 'True', 'false') for _ in range(n)]
    elif kind == 'code':
        values = [f'{v:05d}' for v in rng.integers(0, 99999, n)]
        values[0] = '00501'
    elif kind == 'long':
        values = [str(2 ** 53 + int(v)) for v in rng.integers(0, 10 ** 18, n)]
        values[0] = '9007199254740993'
    else:
        values = [f'2024-{v % 12 + 1:02d}-{v % 28 + 1:02d}' for v in rng.integers(0, 400, n)]
    share = pick(rng, 0, 0, 0.2)
    return [pick(rng, *GAPS) if k > 0 and chance(rng, share) else v for k, v in enumerate(values)]


def spell(rng, decimal):
    value = pick(rng, *NUMBERS) if chance(rng, 0.1) else \
        float(rng.standard_normal() * 10.0 ** rng.integers(-8, 9))
    if chance(rng, 0.05):
        value = float(rng.integers(1, 2 ** 62, dtype=np.uint64).view(np.float64))
    words = f'{value:.{int(rng.integers(1, 25))}g}'
    if chance(rng, 0.5) or np.isinf(float(words)):  # pandas refuses what overflows
        words = repr(value)
    # An integer that no double holds makes the column texts.
    if not set(words) & set('.einf'):
        words += '.0'
    return words.replace('.', decimal)


def quote(rng, value, sep):
    needs = any(c in value for c in '"\n\r' + sep) or value != value.strip()
    if not needs and chance(rng, 0.8):
        return value
    return '"' + value.replace('"', '""') + '"'
